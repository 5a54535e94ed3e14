import { expect, test } from 'vitest';
import { increments, locks, mutex, tally, unlocks } from '../../../../testing/programs/threads.ts';
import { interleaved, saidOf } from '../../../../testing/said-of-interleavings.ts';
import { toEnd } from './ending.ts';
import { toSleep, toWaitForNothing } from './sleep.ts';

test('toSleep: asks again and again', async () => {
  const run = await interleaved(mutex(locks.spins, unlocks.notifiesNobody, 2, 1));
  expect(toEnd(run)).toBeUndefined();
  expect(saidOf(run, toSleep(run))).toMatchInlineSnapshot(`
    "
    B asks again and again (compareExchange lock 0 to 1: was 1) while nothing
    changes; expected: it sleeps. That is so in 12 of 20 interleavings.

    A thread that asks uses a core of its own. Atomics.wait lets it sleep until
    another thread calls notify.

            A                         B                                   lock
                                                                          0
         1  compareExchange lock 0 to 1: done                             1
         2                            compareExchange lock 0 to 1: was 1  1
         3                            compareExchange lock 0 to 1: was 1  1
    "
  `);
});

test('toSleep: a time limit after which it looks again', async () => {
  const run = await interleaved({
    kata: {},
    scene: {
      cells: ['count'],
      threads: {
        A: (_, memory) => {
          while (Atomics.load(memory, 0) === 0) Atomics.wait(memory, 0, 0, 1);
        },
        B: (_, memory) => Atomics.store(memory, 0, 1),
      },
    },
  });
  expect(saidOf(run, toSleep(run))).toMatchInlineSnapshot(`
    "
    A asks again and again (wait count while 0: timed-out) while nothing changes;
    expected: it sleeps. That is so in 1 of 7 interleavings.

    With a time limit, a wait ends although nothing has changed. Without one, the
    thread sleeps until another thread calls notify.

            A                         B    count
                                           0
         1  load count: 0                  0
         2  wait count while 0: sleeps     0
         3  wait count while 0: timed-out  0
         4  load count: 0                  0
         5  wait count while 0: sleeps     0
         6  wait count while 0: timed-out  0
    "
  `);
});

test('toSleep: a hundred tries before it sleeps are no spinning', async () => {
  const run = await interleaved(mutex(locks.triesBeforeItSleeps, unlocks.notifies, 2, 1));
  expect(toSleep(run)).toBeUndefined();
  const stuck = await interleaved(mutex(locks.triesBeforeItSleeps, unlocks.notifiesNobody, 2, 1));
  expect(saidOf(stuck, toSleep(stuck))).toMatchInlineSnapshot(`
    "
    Deadlock: B has slept in a wait for lock since step 7, and no thread is left
    that could notify it. That is so in 30 of 70 interleavings.

    lock is 0 by now, and no longer 1: but B looks only when it is woken. No
    thread has called notify for lock.

            A                       B                                   lock count
                                                                        0    0
         1  compareExchange lock 0 to 1: done                           1    0
         2  read count: 0                                               1    0
         3  write count 1                                               1    1
         4                          compareExchange lock 0 to 1: was 1  1    1
         5                          compareExchange lock 0 to 1: was 1  1    1
         6                          (asks 98 more times, and goes on)   1    1
         7                          wait lock while 1: sleeps           1    1
         8  store lock 0                                                0    1
    "
  `);
});

test('toWaitForNothing: a wait with a time limit is a wait', async () => {
  const napping = (memory: Int32Array) => {
    Atomics.wait(memory, 0, 0, 10);
    Atomics.add(memory, 0, 1);
  };
  const run = await interleaved(tally(napping, 1, 1));
  expect(saidOf(run, toWaitForNothing(run, 'Why.'))).toMatchInlineSnapshot(`
    "
    After step 1, A sleeps in a wait for count; expected: no thread waits. There
    is no other interleaving.

    Why.

            A                           count
                                        0
         1  wait count while 0: sleeps  0
    "
  `);
  const asking = (memory: Int32Array) => {
    for (let tries = 0; tries < 100; tries++) if (Atomics.load(memory, 0) > 0) return;
    Atomics.add(memory, 0, 1);
  };
  const busy = await interleaved(tally(asking, 1, 1));
  expect(saidOf(busy, toWaitForNothing(busy))).toMatchInlineSnapshot(`
    "
    After step 2, A goes on to ask what it has asked before, and nothing changes;
    expected: no thread waits. There is no other interleaving.

            A              count
                           0
         1  load count: 0  0
         2  load count: 0  0
    "
  `);
  const awake = await interleaved(tally(increments.plus));
  expect(toWaitForNothing(awake)).toBeUndefined();
});
