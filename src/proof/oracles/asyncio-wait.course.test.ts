/**
 * The references of `as-completed` and `wait` against a real asyncio: the same work gives the same values,
 * failures and sets, at the same times, with everything else in the same state at that moment.
 *
 * No scenario is left out. What is JavaScript's own, one by one:
 * - A generator that has thrown is at its end, so `asCompleted` ends with the first failure; in asyncio each
 *   round of the loop awaits by itself, and the loop goes on. Compared twice therefore: as it is, as far as
 *   the first failure; and whole, with the failures made values before they are passed in.
 * - The work is under way before it is waited for. asyncio's as_completed starts the coroutines that it is
 *   given; both begin at 0 ms, so the spans agree.
 * - A failure that nobody comes to must have been listened to, or Node ends the process: tested here beside
 *   the comparison. asyncio would only log it.
 * - Node lets promises call back after each single timer, so of two that end at the same ms the second may
 *   still be pending; in asyncio both are done. No scenario has it: tested here.
 * - Nothing to wait for is a TypeError here and a ValueError there. No scenario has it: tested here.
 */
import { isDeepStrictEqual } from 'node:util';
import { expect, test } from 'vitest';
import {
  type AsCompletedScenario,
  type Entry,
  entryOf,
  nameOf,
  referenceOf,
  runInLab,
  type Scenario,
  scenariosOf,
  type WaitScenario,
  workIn,
} from './asyncio.ts';

type AsCompleted = <T>(promises: Iterable<Promise<T>>) => AsyncIterable<T>;
type Wait = (
  promises: Iterable<Promise<string>>,
  options: { returnWhen: WaitScenario['returnWhen']; timeout?: number },
) => Promise<Record<'done' | 'pending', Set<Promise<string>>>>;

const { asCompleted } = await referenceOf<{ asCompleted: AsCompleted }>('04-wait/1-as-completed');
const { wait } = await referenceOf<{ wait: Wait }>('04-wait/2-wait');
const late = await referenceOf<{ asCompleted: AsCompleted }>(
  '04-wait/1-as-completed/wrong-for-await',
);
const hasty = await referenceOf<{ wait: Wait }>('04-wait/2-wait/wrong-fails-fast');

const completing = scenariosOf('as_completed');
const waiting = scenariosOf('wait');

/** The entries that a reader gets, and with `at` the time of each; a failure is the last one. */
const read = (scenario: AsCompletedScenario, reference: AsCompleted) =>
  runInLab(scenario, async (running, { now }) => {
    const entries: Entry[] = [];
    try {
      for await (const value of reference(running.values())) entries.push({ at: now(), value });
    } catch (error) {
      entries.push({ at: now(), error: nameOf(error) });
    }
    return entries;
  });

/** The same, when nothing that is passed in can fail. */
const readOutcomes = (scenario: AsCompletedScenario, reference: AsCompleted) =>
  runInLab(scenario, async (running, { now }) => {
    const entries: Entry[] = [];
    const outcomes = [...running.values()].map(async (promise) => {
      const [settled] = await Promise.allSettled([promise]);
      return entryOf(settled);
    });
    for await (const entry of reference(outcomes)) entries.push({ at: now(), ...entry });
    return entries;
  });

/** The sets by the names of the jobs, in their order; a promise that is not a job's is in neither. */
const sort = (scenario: WaitScenario, reference: Wait) =>
  runInLab(scenario, async (running) => {
    const { returnWhen, timeout } = scenario;
    const limit = timeout === null ? {} : { timeout };
    const { done, pending } = await reference(running.values(), { returnWhen, ...limit });
    const namesIn = (set: Set<Promise<string>>) =>
      [...running].filter(([, promise]) => set.has(promise)).map(([name]) => name);
    return { done: namesIn(done), pending: namesIn(pending) };
  });

/** What asyncio's reader gets, as far as the first failure. */
const toFirstFailure = ({ observed }: AsCompletedScenario) => {
  const entries = observed.value ?? [];
  const failure = entries.findIndex((entry) => 'error' in entry);
  return failure < 0 ? entries : entries.slice(0, failure + 1);
};

const titled = <Some extends Scenario>(some: readonly Some[]) =>
  some.map((scenario) => [workIn(scenario), scenario] as const);

const modeOf = ({ returnWhen, timeout }: WaitScenario) =>
  `${returnWhen}${timeout === null ? '' : ` in ${timeout} ms`}`;

test.each(titled(completing))('asCompleted, as asyncio: %s', async (_title, scenario) => {
  const { observed, trace } = await readOutcomes(scenario, asCompleted);
  expect(observed).toEqual(scenario.observed);
  expect(trace.unhandled).toEqual([]);
});

test.each(titled(completing))(
  'asCompleted, as asyncio to the first failure: %s',
  async (_title, scenario) => {
    const { observed, trace } = await read(scenario, asCompleted);
    const entries = toFirstFailure(scenario);
    expect(observed.value).toEqual(entries);
    expect(observed.settledAt).toBe(entries.at(-1)?.at);
    expect(trace.unhandled).toEqual([]);
  },
);

test.each(waiting.map((scenario) => [modeOf(scenario), workIn(scenario), scenario] as const))(
  'wait, as asyncio: %s, %s',
  async (_mode, _title, scenario) => {
    const { observed, trace } = await sort(scenario, wait);
    expect(observed).toEqual(scenario.observed);
    expect(trace.unhandled).toEqual([]);
    expect(trace.left.filter(({ kind }) => kind === 'timer')).toEqual([]);
  },
);

test('every scenario is here, with every mode, with a limit and without', () => {
  expect([completing.length, waiting.length]).toEqual([60, 60]);
  const modes = waiting.map(({ returnWhen, timeout }) => `${returnWhen} ${timeout === null}`);
  expect(new Set(modes).size).toBe(6);
});

test('no scenario has what is left out: a tie, or nothing to wait for', () => {
  for (const scenario of [...completing, ...waiting]) {
    const times = scenario.jobs.map(({ takes }) => takes);
    if ('timeout' in scenario && scenario.timeout !== null) times.push(scenario.timeout);
    expect(new Set(times).size).toBe(times.length);
    expect(scenario.jobs).not.toEqual([]);
  }
});

test('of two that end at the same ms, the second may be pending still', async () => {
  const jobs = ['a', 'b'].map((name) => ({ name, takes: 10, fails: false }));
  const tie = { ...(waiting[0] as WaitScenario), jobs, returnWhen: 'FIRST_COMPLETED' } as const;
  const { observed } = await sort({ ...tie, timeout: null }, wait);
  expect(observed.value).toEqual({ done: ['a'], pending: ['b'] });
});

test('nothing to wait for is a TypeError', async () => {
  await expect(wait([], { returnWhen: 'ALL_COMPLETED' })).rejects.toThrow(TypeError);
});

test('an as-completed that keeps to the order of the list does not agree', async () => {
  expect(await disagreeing(completing, (one) => readOutcomes(one, late.asCompleted))).not.toBe(0);
});

test('a wait that fails fast does not agree', async () => {
  expect(await disagreeing(waiting, (one) => sort(one, hasty.wait))).not.toBe(0);
});

async function disagreeing<Some extends Scenario>(
  scenarios: readonly Some[],
  run: (scenario: Some) => Promise<{ observed: unknown }>,
): Promise<number> {
  let count = 0;
  for (const scenario of scenarios) {
    const { observed } = await run(scenario);
    if (!isDeepStrictEqual(observed, scenario.observed)) count++;
  }
  return count;
}
