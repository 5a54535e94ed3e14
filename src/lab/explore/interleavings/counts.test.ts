/** How many interleavings there are is known for each of these, from an engine of another make. */
import { expect, test } from 'vitest';
import {
  increments,
  latch,
  locks,
  mutex,
  ring,
  type ThreadProgram,
  tally,
  unlocks,
} from '../../../testing/programs/threads.ts';
import { interleave } from './interleave.ts';
import { endingOf } from './laws/ends.ts';
import { count } from './states/paths.ts';

const { twoStates, threeStates } = locks;

type Row = readonly [name: string, program: ThreadProgram, interleavings: bigint, states: number];

const RIGHT: readonly Row[] = [
  ['one step', tally(increments.add), 6n, 19],
  ['compareExchange until it is done', tally(increments.exchangeUntilDone), 226n, 248],
  ['a lock of two states', mutex(twoStates, unlocks.notifies), 54_076n, 2035],
  ['a lock of three states', mutex(threeStates, unlocks.notifiesIfAsked), 148_926n, 3071],
  [
    'the same, three threads',
    mutex(threeStates, unlocks.notifiesIfAsked, 3, 1),
    1_654_422n,
    11_650,
  ],
  ['two states, three threads', mutex(twoStates, unlocks.notifies, 3, 1), 195_708n, 3361],
  ['a lock that counts down', mutex(threeStates, unlocks.countsDown), 4_692_220n, 29_871],
  ['a latch', latch(), 338n, 231],
  ['a ring', ring(), 109_284_414n, 6510],
];

test.each(RIGHT)('%s', async (_, { kata, scene }, interleavings, states) => {
  const run = await interleave(kata, scene);
  expect(run.isWhole).toBe(true);
  const { all, wrong } = count(run, ({ end }) => end !== undefined && end.kind !== 'done');
  expect([all, wrong, run.states.length]).toEqual([interleavings, 0n, states]);
});

type Wrong = readonly [
  name: string,
  program: ThreadProgram,
  expected: number,
  wrong: bigint,
  of: bigint,
];

const WRONG: readonly Wrong[] = [
  ['plus', tally(increments.plus), 4, 64n, 70n],
  ['two atomic steps', tally(increments.twoAtomicSteps), 4, 64n, 70n],
  ['compareExchange once', tally(increments.exchangeOnce), 4, 64n, 70n],
  ['nobody is notified', mutex(twoStates, unlocks.notifiesNobody), 4, 582n, 900n],
  ['notified too early', mutex(twoStates, unlocks.notifiesFirst), 4, 13_700n, 37_170n],
  ['a look, and a store', mutex(locks.looksFirst, unlocks.notifies), 4, 897_120n, 1_708_754n],
  ['one look', mutex(locks.looksOnce, unlocks.notifies), 4, 43_560n, 122_212n],
];

test.each(WRONG)('%s', async (_, { kata, scene }, expected, wrong, of) => {
  const run = await interleave(kata, scene);
  const counted = count(run, (state) => {
    const ending = endingOf(run, state);
    return ending ? ending.count !== expected : state.end !== undefined;
  });
  expect(counted).toEqual({ all: of, wrong });
});
