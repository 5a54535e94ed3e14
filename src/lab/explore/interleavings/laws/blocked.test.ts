import { expect, test } from 'vitest';
import { takes, twoLocks } from '../../../../testing/programs/locks.ts';
import { interleaved, saidOf } from '../../../../testing/said-of-interleavings.ts';
import type { ThreadLock } from '../scene.ts';
import { toEnd } from './ending.ts';
import { toSleep, toWaitForNothing } from './sleep.ts';

/** Both threads use the same lock. */
function oneLock(take: (lock: ThreadLock | undefined) => void) {
  const body = (_: unknown, _memory: Int32Array, [lock]: ThreadLock[]) => take(lock);
  return interleaved({
    kata: {},
    scene: { cells: ['lock'], locks: ['lock'], threads: { A: body, B: body } },
  });
}

test('each has a lock, and waits for that of the other one', async () => {
  const run = await interleaved(twoLocks(takes.both));
  expect(saidOf(run, toEnd(run))).toMatchInlineSnapshot(`
    "
    Deadlock: A waits for right, which B has since step 2, and B waits for left,
    which A has since step 1. That is so in 2 of 6 interleavings.

    Each of them has a lock, and waits for one that another of them has: a circle.
    In which order does each thread take its locks?

            A                         B                 left right
                                                        0    0
         1  take left                                   1    0
         2                            take right        1    2
      next  take right: waits
      next                            take left: waits
    "
  `);
});

test('each waits for itself', async () => {
  const run = await interleaved(twoLocks(takes.oneTwice));
  expect(saidOf(run, toEnd(run))).toMatchInlineSnapshot(`
    "
    Deadlock: A waits for left, which it has itself since step 1, and B waits for
    right, which it has itself since step 2. That is so in all 2 interleavings.

            A                         B                  left right
                                                         0    0
         1  take left                                    1    0
         2                            take right         1    2
      next  take left: waits
      next                            take right: waits
    "
  `);
});

test('one has come to its end with a lock', async () => {
  const run = await oneLock((lock) => lock?.lock());
  expect(saidOf(run, toEnd(run))).toMatchInlineSnapshot(`
    "
    Deadlock: B waits for lock, which A has since step 1. That is so in all 2
    interleavings.

    A has come to its end, and has not released lock.

            A                         B                 lock
                                                        0
         1  take lock                                   1
      next                            take lock: waits
    "
  `);
});

test('a lock is released that the thread does not have', async () => {
  const run = await interleaved(twoLocks(takes.nothing));
  expect(toEnd(run)?.fact).toBe(
    'A threw: unlock() of a lock that this thread does not have\nThat is so in all 2 interleavings.',
  );
});

test('a thread that only tries waits for nothing', async () => {
  const run = await interleaved(twoLocks(takes.onlyIfFree));
  expect(toSleep(run)).toBeUndefined();
  expect(toWaitForNothing(run)).toBeUndefined();
});

test('one that takes a lock may wait, and so sleeps', async () => {
  const run = await oneLock((lock) => {
    lock?.lock();
    lock?.unlock();
  });
  expect(toSleep(run)).toBeUndefined();
  expect(toWaitForNothing(run)?.fact).toMatchInlineSnapshot(
    `"After step 1, B waits for lock; expected: no thread waits. That is so in all 2 interleavings."`,
  );
});

test('one gives back what it has, and begins again, as long as the other one has the rest', async () => {
  const run = await interleaved(twoLocks(takes.againAndAgain));
  const breach = toEnd(run);
  expect(breach?.fact).toMatch(/it goes on and on/);
  expect(breach?.possible).toMatch(/it takes and releases again and again/);
});
