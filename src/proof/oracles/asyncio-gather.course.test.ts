/**
 * The references of `gather` and `return-exceptions` against a real asyncio: the same work gives the same
 * result or failure, at the same time, with everything else in the same state at that moment.
 *
 * No scenario is left out, and none is compared in part. What is JavaScript's own, one by one:
 * - The work is under way before it is gathered. asyncio's gather starts the coroutines that it is given;
 *   both begin at 0 ms, so the spans agree.
 * - A failure after the first must have been listened to, or Node ends the process: tested here beside
 *   the comparison. asyncio's gather marks it as seen, and an unseen one would only be logged.
 * - Anything can be thrown, so `gatherSettled` wraps what is no Error. In Python nothing else can be
 *   raised, and no scenario has it.
 * - A Promise cannot be cancelled: cancelling asyncio's gather cancels what it gathers. No scenario does it.
 */
import { expect, test } from 'vitest';
import {
  type Entry,
  type GatherScenario,
  nameOf,
  referenceOf,
  runInLab,
  scenariosOf,
  workIn,
} from './asyncio.ts';

type Gather = (awaitables: Iterable<Promise<string>>) => Promise<string[]>;
type GatherSettled = (awaitables: Iterable<Promise<string>>) => Promise<(string | Error)[]>;

const { gather } = await referenceOf<{ gather: Gather }>('03-gather/1-gather');
const { gatherSettled } = await referenceOf<{ gatherSettled: GatherSettled }>(
  '03-gather/2-return-exceptions',
);
const late = await referenceOf<{ gather: Gather }>('03-gather/1-gather/wrong-all-settled');

const scenarios = scenariosOf('gather');
const failFast = scenarios.filter(({ returnExceptions }) => !returnExceptions);
const settling = scenarios.filter(({ returnExceptions }) => returnExceptions);

const asValues = async (results: Promise<string[]>): Promise<Entry[]> =>
  (await results).map((value) => ({ value }));

const asOutcomes = async (outcomes: Promise<(string | Error)[]>): Promise<Entry[]> =>
  (await outcomes).map((outcome) =>
    outcome instanceof Error ? { error: nameOf(outcome) } : { value: outcome },
  );

const titled = (some: GatherScenario[]) =>
  some.map((scenario) => [workIn(scenario), scenario] as const);

test.each(titled(failFast))('gather, as asyncio: %s', async (_title, scenario) => {
  const { observed, trace } = await runInLab(scenario, (running) =>
    asValues(gather(running.values())),
  );
  expect(observed).toEqual(scenario.observed);
  expect(trace.unhandled).toEqual([]);
});

test.each(titled(settling))('gatherSettled, as asyncio: %s', async (_title, scenario) => {
  const { observed, trace } = await runInLab(scenario, (running) =>
    asOutcomes(gatherSettled(running.values())),
  );
  expect(observed).toEqual(scenario.observed);
  expect(trace.unhandled).toEqual([]);
});

test('every scenario of gather is compared, and there are failures among them', () => {
  expect([failFast.length, settling.length]).toEqual([34, 26]);
  expect(failFast.filter(({ observed }) => observed.error)).toHaveLength(8);
});

test('a gather that waits for all before it fails does not agree', async () => {
  const disagreeing: string[] = [];
  for (const scenario of failFast) {
    const { observed } = await runInLab(scenario, (running) =>
      asValues(late.gather(running.values())),
    );
    if (observed.settledAt !== scenario.observed.settledAt) disagreeing.push(workIn(scenario));
  }
  expect(disagreeing.length).toBeGreaterThan(0);
});
