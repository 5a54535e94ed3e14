/** Runs in the worker, beside the code with the mutants in it. */

import { afterEach, beforeEach, describe, type TestContext } from 'vitest';
import { COPY } from '../lab/trace/own-copy.ts';

/** Of no mutant: what the code does as it was written. */
export const ORIGINAL = 'original';

/** How often the code may ask which mutant is active: in a test that is not known, and at the least. */
const MOST = 100_000;
const LEAST = 2000;

/** How many times as often as the original asks in the same test. */
const MANY = 10;

/** What is said when the original asks more often than that: it ends, and is not taken for a mutant that does not. */
export const TOO_OFTEN = `It asks more than ${MOST} times which mutant is active.`;

const state = { active: ORIGINAL, asked: 0, most: MOST };

/** By this name the instrumented code asks, at every place that has a mutant. */
Object.defineProperty(globalThis, '__stryker__', {
  configurable: true,
  value: {
    get activeMutant() {
      // A loop that does not end asks again and again, and is stopped sooner here than by the watchdog.
      if (++state.asked > state.most) throw tooOften();
      return state.active;
    },
  },
});

function tooOften(): Error {
  return new Error(state.active === ORIGINAL ? TOO_OFTEN : 'This mutant never ends.');
}

function activate(id: string, most: number): void {
  Object.assign(state, { active: id, asked: 0, most });
}

/**
 * Registers the tests of a spec once for the original and once for each mutant.
 *
 * @param judge the spec
 * @param load what the file exports, made again for each mutant
 */
export function judgeMutants(
  judge: (subject: object) => void,
  load: () => object,
  ids: readonly string[],
): void {
  /** How often the original asks, by the titles of the tests. */
  const usual = new Map<string, number>();
  for (const id of [ORIGINAL, ...ids]) {
    describe(id, () => {
      beforeEach(({ task, skip }) => {
        if (hasFailed(task.suite)) skip();
        const asks = usual.get(task.name);
        activate(id, asks === undefined ? MOST : Math.max(LEAST, MANY * asks));
      });
      afterEach(({ task }) => {
        if (id === ORIGINAL) usual.set(task.name, state.asked);
        // Its error may have been lost in the code that it was thrown in.
        if (state.asked > state.most) throw tooOften();
      });
      judge(loaded(id, load));
    });
  }
}

/** A mutant that cannot be loaded exports nothing, and fails every test. */
function loaded(id: string, load: () => object): object {
  activate(id, MOST);
  try {
    return { ...load(), [COPY]: () => copied(load) };
  } catch {
    return {};
  }
}

/** A thread has a copy of its own, and is run thousands of times: each time it may ask as often as code that is not known. */
function copied(load: () => object): object {
  activate(state.active, MOST);
  return load();
}

/** Whether a test of this suite has failed: the mutant is noticed, and the others have nothing to add. */
function hasFailed(suite: TestContext['task']['suite']): boolean {
  return suite?.tasks.some(({ result }) => result?.state === 'fail') ?? false;
}
