import { expect, test } from 'vitest';
import { locks, mutex, unlocks } from '../../../../testing/programs/threads.ts';
import { interleaved, saidOf } from '../../../../testing/said-of-interleavings.ts';
import { toAllow, toHold } from './always.ts';

/** Three threads and two seats. */
const seats = (book: (memory: Int32Array) => boolean) => {
  const body = (kata: { book: typeof book }, memory: Int32Array) => kata.book(memory);
  return interleaved({
    kata: { book },
    scene: {
      cells: ['free'],
      initial: { free: 2 },
      threads: { A: body, B: body, C: body },
      always: { 'free is 0 or more': ({ free = 0 }) => free >= 0 },
    },
  });
};

test('toHold: two have seen the last seat', async () => {
  const run = await seats((memory) => {
    if (Atomics.load(memory, 0) < 1) return false;
    Atomics.sub(memory, 0, 1);
    return true;
  });
  expect(saidOf(run, toHold(run))).toMatchInlineSnapshot(`
    "
    After step 6, free is -1; expected at every step: free is 0 or more. That is
    so in 72 of 90 interleavings.

            A                      B                      C                  free
                                                                             2
         1  load free: 2                                                     2
         2  sub free 1: was 2                                                1
         3                         load free: 1                              1
         4                                                load free: 1       1
         5                                                sub free 1: was 1  0
         6                         sub free 1: was 0                         -1
    "
  `);
});

test('toHold: its picture leaves room for the two columns by which a page indents it', async () => {
  const run = await seats((memory) => Atomics.sub(memory, 0, 1) > 0);
  const lines = saidOf(run, toHold(run))?.split('\n') ?? [];
  expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(78);
});

test('toHold: says the cells that were looked at, and not those of a larger scene', async () => {
  const run = await interleaved({
    kata: {},
    scene: {
      cells: ['free', 'sold', 'other'],
      threads: { A: (_, memory) => Atomics.sub(memory, 0, 1) },
      always: {
        'other is 0': ({ other }) => other === 0,
        'free and sold are 0 or more': ({ sold = 0, free = 0 }) => free >= 0 && sold >= 0,
      },
    },
  });
  expect(toHold(run)?.fact).toMatchInlineSnapshot(
    `"After step 1, free is -1 and sold is 0; expected at every step: free and sold are 0 or more. There is no other interleaving."`,
  );
});

test('toHold: at every step', async () => {
  const run = await seats((memory) => {
    for (;;) {
      const free = Atomics.load(memory, 0);
      if (free < 1) return false;
      if (Atomics.compareExchange(memory, 0, free, free - 1) === free) return true;
    }
  });
  expect(toHold(run)).toBeUndefined();
});

test('toAllow: in some interleaving', async () => {
  const run = await interleaved(mutex(locks.twoStates, unlocks.notifies, 2, 1));
  expect(toAllow(run, 'the lock is held', ({ lock }) => lock === 1)).toBeUndefined();
  expect(toAllow(run, 'two hold the lock', ({ lock }) => lock === 2)?.fact).toMatchInlineSnapshot(
    `"Expected in one interleaving at least: two hold the lock. It is so in none of the 66 interleavings."`,
  );
});

/** A has the lock again when B, which was woken, goes on. */
const inside = (lock: (memory: Int32Array) => void) =>
  interleaved({
    kata: { lock, unlock: unlocks.notifies },
    scene: {
      cells: ['lock', 'inside', 'unused'],
      threads: {
        A: ({ lock, unlock }, memory) => {
          for (let section = 0; section < 2; section++) {
            lock(memory);
            Atomics.add(memory, 1, 1);
            Atomics.sub(memory, 1, 1);
            unlock(memory);
          }
        },
        B: ({ lock, unlock }, memory) => {
          lock(memory);
          Atomics.add(memory, 1, 1);
          Atomics.sub(memory, 1, 1);
          unlock(memory);
        },
      },
      always: { 'inside is 1 at most': ({ inside = 0 }) => inside <= 1 },
    },
  });

test('toHold: who was woken does not look again', async () => {
  const run = await inside(locks.looksOnce);
  expect(saidOf(run, toHold(run))).toMatchInlineSnapshot(`
    "
    After step 11, inside is 2; expected at every step: inside is 1 at most. That
    is so in 36 of 1,681 interleavings.

    B was woken by the notify for lock at step 7. Before its next step, A wrote to
    lock (step 8), and B did not look at it again. To be woken says only that
    there was a notify.

            A                      B                                   lock inside
                                                                       0    0
         1  compareExchange lock 0 to 1: done                          1    0
         2  add inside 1: was 0                                        1    1
         3  sub inside 1: was 1                                        1    0
         4                         compareExchange lock 0 to 1: was 1  1    0
         5                         wait lock while 1: sleeps           1    0
         6  store lock 0                                               0    0
         7  notify lock (1): wakes B                                   0    0
         8  compareExchange lock 0 to 1: done                          1    0
         9  add inside 1: was 0                                        1    1
        10                         store lock 1                        1    1
        11                         add inside 1: was 1                 1    2
    "
  `);
});

test('toHold: the compareExchange of a thread that was woken fails', async () => {
  const run = await inside((memory) => {
    if (Atomics.compareExchange(memory, 0, 0, 1) === 0) return;
    Atomics.wait(memory, 0, 1);
    Atomics.compareExchange(memory, 0, 0, 1);
  });
  expect(saidOf(run, toHold(run))).toMatchInlineSnapshot(`
    "
    After step 11, inside is 2; expected at every step: inside is 1 at most. That
    is so in 36 of 1,681 interleavings.

    The compareExchange of B at step 10 changed nothing (compareExchange lock 0 to
    1: was 1). Does your code look at what it returns?

            A                      B                                   lock inside
                                                                       0    0
         1  compareExchange lock 0 to 1: done                          1    0
         2  add inside 1: was 0                                        1    1
         3  sub inside 1: was 1                                        1    0
         4                         compareExchange lock 0 to 1: was 1  1    0
         5                         wait lock while 1: sleeps           1    0
         6  store lock 0                                               0    0
         7  notify lock (1): wakes B                                   0    0
         8  compareExchange lock 0 to 1: done                          1    0
         9  add inside 1: was 0                                        1    1
        10                         compareExchange lock 0 to 1: was 1  1    1
        11                         add inside 1: was 1                 1    2
    "
  `);
});
