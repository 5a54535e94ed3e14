/** With too many states for all interleavings, threads are interrupted a few times only. */
import { expect, test } from 'vitest';
import { locks, mutex, unlocks } from '../../../testing/programs/threads.ts';
import { interleaved, saidOf } from '../../../testing/said-of-interleavings.ts';
import { toAllow } from './laws/always.ts';
import { toEnd } from './laws/ending.ts';
import { toEndWith } from './laws/ends.ts';
import { toHaveOutcomes } from './laws/outcomes.ts';
import { toHaveNoDataRace } from './laws/races.ts';
import { count } from './states/paths.ts';

/** Three threads, and a lock of many steps. */
const run = await interleaved(mutex(locks.threeStates, unlocks.countsDown, 3, 1));

test('what is right is right', () => {
  expect([run.isWhole, run.mostInterruptions]).toEqual([true, 3]);
  expect(toEndWith(run, { count: 3 })).toBeUndefined();
  expect(toHaveNoDataRace(run)).toBeUndefined();
});

test('a failure says which interleavings were tried', () => {
  const inAll = toEndWith(run, () => 'It is so.');
  expect(inAll?.fact).toMatchInlineSnapshot(
    `"It is so. That is so in all 2,904 interleavings in which threads are interrupted 3 times at most."`,
  );
  expect(
    saidOf(
      run,
      toAllow(run, 'two have it', () => false),
    ),
  ).toMatchInlineSnapshot(`
    "
    Expected in one interleaving at least: two have it. It is so in none of the
    2,904 interleavings in which threads are interrupted 3 times at most.
    "
  `);
});

test('no ending is said to be impossible', () => {
  const said = toHaveOutcomes(run, ['3', '4'], ({ count }) => `${count}`);
  expect(saidOf(run, said)).toMatchInlineSnapshot(`
    "
    There is no verdict: after 7,966 states, there are still more.

    Does your code take more steps than it needs?
    "
  `);
});

test('a way takes no more interruptions than it may', () => {
  const most = Math.max(...run.states.map(({ turn }) => turn?.interruptions ?? 0));
  expect(most).toBe(3);
  expect(count(run, () => false).all).toBeGreaterThan(100n);
});

test('few states are all tried, and so are those that show what is wrong', async () => {
  const few = await interleaved(mutex(locks.twoStates, unlocks.notifies));
  expect(few.mostInterruptions).toBeUndefined();
  const wrong = await interleaved(mutex(locks.threeStates, unlocks.notifiesNobody, 3, 1));
  expect(wrong.mostInterruptions).toBeUndefined();
  expect(toEnd(wrong)?.fact).toMatch('Deadlock');
});
