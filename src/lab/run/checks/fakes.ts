/** The fakes that a test can put in the place of what all code shares, and how to take them away again. */

import { once } from '../../node/once.ts';
import { judgingOf, runs } from '../../time/run-context.ts';

/** Of vitest's `vi`. */
export interface VitestFakes {
  isFakeTimers(): boolean;
  useRealTimers(): unknown;
  restoreAllMocks(): unknown;
  unstubAllGlobals(): unknown;
}

/**
 * Of `vi`, and of `expect`. They ask again and again by timers that the virtual clock does not know, and go on when the
 * check has long been given up: then they move the fakes of another one.
 */
const WAITS =
  'waits in real time: it asks again and again until something has happened. Move the clock, then look once.';

/** It tells vitest of a failure, and no check. In a loop that waits for it to pass, vitest is told without an end. */
const SOFT = 'does not throw where it fails, so your check would resolve. Use expect().';

/** What stands in the place of functions that no check may call, and what it has thrown. */
const { functions, errors } = once('refusing', () => ({
  functions: new WeakSet<object>(),
  errors: new WeakSet<object>(),
}));

/** Whether it was thrown in the place of a function that no check may call. */
export const isRefusal = (error: unknown) => errors.has(error as object);

/** In a check, these throw. */
export function refuseInChecks(vi: object, expect: object): void {
  refuse('vi', vi, ['waitFor', 'waitUntil'], WAITS);
  refuse('expect', expect, ['poll'], WAITS);
  refuse('expect', expect, ['soft'], SOFT);
}

function refuse(owner: string, of: object, names: readonly string[], why: string): void {
  const all = of as Record<string, unknown>;
  for (const name of names) {
    const real = all[name] as (...args: unknown[]) => unknown;
    if (functions.has(real)) continue;
    const refuses = (...args: unknown[]) => {
      if (!judgingOf(runs.getStore())) return real.apply(of, args);
      const error = new Error(`${owner}.${name}() ${why}`);
      errors.add(error);
      throw error;
    };
    functions.add(refuses);
    all[name] = refuses;
  }
}

/** What `install()` of fake-timers puts in the place of `setTimeout`, and of others. */
interface Installed {
  readonly clock?: { uninstall?: () => void };
}

/** What else fake timers have replaced: what a test waits with that moves no clock, and code that sets no timer. */
export function otherFakes(): string[] {
  const { setImmediate, queueMicrotask } = globalThis;
  const { nextTick } = process;
  return Object.entries({ setImmediate, 'process.nextTick': nextTick, queueMicrotask })
    .filter(([, now]) => (now as Installed).clock)
    .map(([name]) => name);
}

/**
 * Takes away all fakes that are in place. To be called before anything else is put back: the packages remember what
 * they have replaced, and would not work a second time.
 *
 * @param real what `Date` had before
 * @returns whose they were, in words
 */
export function takeAwayFakes(vi: VitestFakes, real: { now: () => number }): string[] {
  const found: string[] = [];
  if (vi.isFakeTimers()) {
    found.push('the fake timers of vi.useFakeTimers()');
    vi.useRealTimers();
  }
  const { clock } = globalThis.setTimeout as Installed;
  if (clock?.uninstall) {
    found.push('the fake timers of install()');
    clock.uninstall();
  }
  if (Date.now !== real.now) {
    found.push('a fake of Date.now');
    Date.now = real.now;
  }
  return found;
}

/** What it has spied on is forgotten. To be called when all else is put back: a spy on a fake would bring that back. */
export function forgetSpies(vi: VitestFakes): void {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
}
