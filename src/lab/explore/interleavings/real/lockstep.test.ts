/** What the lab has found without a thread, on real ones. */
import { expect, test } from 'vitest';
import { takes, twoLocks } from '../../../../testing/programs/locks.ts';
import {
  increments,
  locks,
  mutex,
  ring,
  type ThreadProgram,
  tally,
  unlocks,
} from '../../../../testing/programs/threads.ts';
import { interleaved } from '../../../../testing/said-of-interleavings.ts';
import { toEnd } from '../laws/ending.ts';
import { toEndWith } from '../laws/ends.ts';
import { toSleep } from '../laws/sleep.ts';
import { fewestSwitches, type Way } from '../states/paths.ts';
import { isSeenOnRealThreads } from './lockstep.ts';

const { twoStates } = locks;

const WRONG: readonly (readonly [name: string, program: ThreadProgram, count: number])[] = [
  ['plus', tally(increments.plus), 4],
  ['two atomic steps', tally(increments.twoAtomicSteps), 4],
  ['compareExchange once', tally(increments.exchangeOnce), 4],
  ['three threads', tally(increments.plus, 3, 1), 3],
  ['nobody is notified', mutex(twoStates, unlocks.notifiesNobody), 4],
  ['notified too early', mutex(twoStates, unlocks.notifiesFirst), 4],
  ['a look, and a store', mutex(locks.looksFirst, unlocks.notifies), 4],
  ['one look', mutex(locks.looksOnce, unlocks.notifies), 4],
];

test.each(WRONG)('%s', async (_, program, count) => {
  const run = await interleaved(program);
  const { way } = toEndWith(run, { count }) ?? {};
  expect(way).toBeDefined();
  expect(isSeenOnRealThreads(run, way as Way)).toBe(true);
});

test('a thread that throws, and one that asks again and again', async () => {
  const throwing = await interleaved(
    tally((memory) => {
      if (Atomics.add(memory, 0, 1) === 2) throw new RangeError('too many');
    }),
  );
  expect(isSeenOnRealThreads(throwing, toEnd(throwing)?.way as Way)).toBe(true);
  const asking = await interleaved(mutex(locks.spins, unlocks.notifiesNobody, 2, 1));
  expect(isSeenOnRealThreads(asking, toSleep(asking)?.way as Way)).toBe(true);
});

test('threads that take locks of their scene', async () => {
  const run = await interleaved(twoLocks(takes.both));
  expect(isSeenOnRealThreads(run, toEnd(run)?.way as Way)).toBe(true);
  const trying = await interleaved(twoLocks(takes.onlyIfFree));
  const hasEnded = fewestSwitches(trying, ({ end }) => end !== undefined) as Way;
  expect(isSeenOnRealThreads(trying, hasEnded)).toBe(true);
});

test('another way than that of the code is not seen, nor another end', async () => {
  const run = await interleaved(tally(increments.plus));
  const way = toEndWith(run, { count: 4 })?.way as Way;
  expect(isSeenOnRealThreads(run, { ...way, steps: way.steps.slice(1) })).toBe(false);
  const [first, ...rest] = way.steps;
  const other = { ...first, result: 5 } as Way['steps'][number];
  expect(isSeenOnRealThreads(run, { ...way, steps: [other, ...rest] })).toBe(false);
  const end = { kind: 'done', returned: [1, 2] } as const;
  expect(isSeenOnRealThreads(run, { ...way, last: { ...way.last, end } })).toBe(false);
});

test('code that needs something from outside is not seen', async () => {
  const run = await interleaved(ring());
  const way = fewestSwitches(run, ({ end }) => end !== undefined) as Way;
  expect(isSeenOnRealThreads(run, way)).toBe(false);
});
