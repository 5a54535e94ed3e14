import { expect, test } from 'vitest';
import { increments, locks, mutex, tally, unlocks } from '../../../../testing/programs/threads.ts';
import { interleaved, saidOf } from '../../../../testing/said-of-interleavings.ts';
import { toEndWith } from './ends.ts';
import { toHaveNoDataRace } from './races.ts';

test('toHaveNoDataRace: a plain read beside an add', async () => {
  const run = await interleaved(tally(increments.addAndLook));
  expect(toEndWith(run, { count: 4 })).toBeUndefined();
  expect(saidOf(run, toHaveNoDataRace(run))).toMatchInlineSnapshot(`
    "
    Data race: after step 1, A (read count) and B (add count 1) can come at the
    same moment, and one of them is plain. Nothing orders the two.

    For plain reads and writes, real cores and the compiler promise no order. Use
    Atomics.load and Atomics.store, or a lock around each of the two.

            A                         B            count
                                                   0
         1  add count 1: was 0                     1
      next  read count
      next                            add count 1
    "
  `);
});

test('toHaveNoDataRace: a lock keeps plain accesses apart, and is itself no plain one', async () => {
  const right = await interleaved(mutex(locks.twoStates, unlocks.notifies, 2, 1));
  expect(toHaveNoDataRace(right)).toBeUndefined();
  const plain = await interleaved(mutex(locks.twoStates, unlocks.plain, 2, 1));
  expect(toEndWith(plain, { count: 2 })).toBeUndefined();
  expect(saidOf(plain, toHaveNoDataRace(plain))).toMatchInlineSnapshot(`
    "
    Data race: after step 3, A (write lock 0) and B (compareExchange lock 0 to 1)
    can come at the same moment, and one of them is plain. Nothing orders the two.

    For plain reads and writes, real cores and the compiler promise no order. Use
    Atomics.load and Atomics.store, or a lock around each of the two.

            A                         B                            lock count
                                                                   0    0
         1  compareExchange lock 0 to 1: done                      1    0
         2  read count: 0                                          1    0
         3  write count 1                                          1    1
      next  write lock 0
      next                            compareExchange lock 0 to 1
    "
  `);
});

test('toHaveNoDataRace: a plain write beside a wait, which no lock can hold off', async () => {
  const run = await interleaved({
    kata: {},
    scene: {
      cells: ['count'],
      threads: {
        A: (_, memory) => {
          memory[0] = 1;
        },
        B: (_, memory) => void Atomics.wait(memory, 0, 0, 10),
      },
    },
  });
  expect(saidOf(run, toHaveNoDataRace(run))).toMatchInlineSnapshot(`
    "
    Data race: before the first step, A (write count 1) and B (wait count while 0)
    can come at the same moment, and one of them is plain. Nothing orders the two.

    Atomics.wait reads the cell, too, and a thread that sleeps should hold no
    lock. So no lock keeps the two apart: use a function of Atomics for the other
    one as well.

            A                         B                   count
                                                          0
      next  write count 1
      next                            wait count while 0
    "
  `);
});
