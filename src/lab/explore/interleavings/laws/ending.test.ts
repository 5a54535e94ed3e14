import { expect, test } from 'vitest';
import { twoMutexes } from '../../../../testing/programs/locks.ts';
import {
  locks,
  mutex,
  type ThreadProgram,
  tally,
  unlocks,
} from '../../../../testing/programs/threads.ts';
import { interleaved, saidOf } from '../../../../testing/said-of-interleavings.ts';
import type { ThreadCode } from '../scene.ts';
import { toEnd } from './ending.ts';
import { toEndWith } from './ends.ts';
import { toHaveOutcomes } from './outcomes.ts';
import { toSleep, toWaitForNothing } from './sleep.ts';

test('toEnd: a thread sleeps, and none is left to wake it', async () => {
  const run = await interleaved(mutex(locks.twoStates, unlocks.notifiesNobody, 2, 1));
  expect(saidOf(run, toEnd(run))).toMatchInlineSnapshot(`
    "
    Deadlock: B has slept in a wait for lock since step 5, and no thread is left
    that could notify it. That is so in 12 of 20 interleavings.

    lock is 0 by now, and no longer 1: but B looks only when it is woken. No
    thread has called notify for lock.

            A                       B                                   lock count
                                                                        0    0
         1  compareExchange lock 0 to 1: done                           1    0
         2  read count: 0                                               1    0
         3  write count 1                                               1    1
         4                          compareExchange lock 0 to 1: was 1  1    1
         5                          wait lock while 1: sleeps           1    1
         6  store lock 0                                                0    1
    "
  `);
});

test('toEnd: notified before it slept', async () => {
  const run = await interleaved(mutex(locks.twoStates, unlocks.notifiesFirst, 2, 1));
  expect(saidOf(run, toEnd(run))).toMatchInlineSnapshot(`
    "
    Deadlock: B has slept in a wait for lock since step 6, and no thread is left
    that could notify it. That is so in 20 of 54 interleavings.

    lock is 0 by now, and no longer 1: but B looks only when it is woken. The last
    notify for lock came at step 4, before B slept: it is not kept for later.

            A                       B                                   lock count
                                                                        0    0
         1  compareExchange lock 0 to 1: done                           1    0
         2  read count: 0                                               1    0
         3  write count 1                                               1    1
         4  notify lock (1): wakes none                                 1    1
         5                          compareExchange lock 0 to 1: was 1  1    1
         6                          wait lock while 1: sleeps           1    1
         7  store lock 0                                                0    1
    "
  `);
});

test('toEnd: each sleeps until the other one changes what it has left', async () => {
  const run = await interleaved(
    twoMutexes((mutex, memory, cells) => {
      for (const cell of cells) mutex.lock(memory, cell);
      for (const cell of cells) mutex.unlock(memory, cell);
    }),
  );
  expect(saidOf(run, toEnd(run))).toMatchInlineSnapshot(`
    "
    Deadlock: B has slept in a wait for left since step 4 and A in a wait for
    right since step 6, and no thread is left that could notify them. That is so
    in 12 of 86 interleavings.

    B waits for a change of left, which A changed last (step 1). A waits for a
    change of right, which B changed last (step 2). They wait for each other.

            A                       B                                   left right
                                                                        0    0
         1  compareExchange left 0 to 1: done                           1    0
         2                          compareExchange right 0 to 1: done  1    1
         3                          compareExchange left 0 to 1: was 1  1    1
         4                          wait left while 1: sleeps           1    1
         5  compareExchange right 0 to 1: was 1                         1    1
         6  wait right while 1: sleeps                                  1    1
    "
  `);
});

test('toEnd: each sleeps until it changes itself what it has left', async () => {
  const run = await interleaved(
    twoMutexes((mutex, memory, [first = 0]) => {
      mutex.lock(memory, first);
      mutex.lock(memory, first);
    }),
  );
  expect(saidOf(run, toEnd(run))).toMatchInlineSnapshot(`
    "
    Deadlock: A has slept in a wait for left since step 3 and B in a wait for
    right since step 6, and no thread is left that could notify them. That is so
    in all 20 interleavings.

    A waits for a change of left, and has changed it last itself (step 1): it
    waits for itself. B waits for a change of right, and has changed it last
    itself (step 4): it waits for itself.

            A                      B                                    left right
                                                                        0    0
         1  compareExchange left 0 to 1: done                           1    0
         2  compareExchange left 0 to 1: was 1                          1    0
         3  wait left while 1: sleeps                                   1    0
         4                         compareExchange right 0 to 1: done   1    1
         5                         compareExchange right 0 to 1: was 1  1    1
         6                         wait right while 1: sleeps           1    1
    "
  `);
});

test('toEnd: one sleeps, and the other one has left it so, and has come to its end', async () => {
  const run = await interleaved(twoMutexes((mutex, memory) => mutex.lock(memory, 0)));
  expect(saidOf(run, toEnd(run))).toMatchInlineSnapshot(`
    "
    Deadlock: B has slept in a wait for left since step 3, and no thread is left
    that could notify it. That is so in all 2 interleavings.

    No thread has called notify for left. A changed left last (step 1), and has
    come to its end.

            A                         B                                   left
                                                                          0
         1  compareExchange left 0 to 1: done                             1
         2                            compareExchange left 0 to 1: was 1  1
         3                            wait left while 1: sleeps           1
    "
  `);
});

test('toEnd: a thread that is alone has nobody to notify it, before it sleeps or after', async () => {
  const because = 'There is room.';
  const run = await interleaved(
    tally(
      (memory) => {
        Atomics.notify(memory, 0);
        Atomics.wait(memory, 0, 0);
      },
      1,
      1,
    ),
  );
  expect(toEnd(run, because)).toMatchObject({
    fact: 'Deadlock: A has slept in a wait for count since step 2, and no thread is left that could notify it. There is no other interleaving.',
    possible: because,
  });
});

test('toEnd: a wait with a time limit comes to its end', async () => {
  const run = await interleaved(tally((memory) => void Atomics.wait(memory, 0, 0, 10), 2, 1));
  expect(toEnd(run)).toBeUndefined();
});

test('laws of ends: where each interleaving stops because `always` does not hold, nothing has come to its end', async () => {
  const run = (step: ThreadCode<object>, other = step) =>
    interleaved({
      kata: {},
      scene: {
        cells: ['free'],
        initial: { free: 1 },
        threads: { A: step, B: other },
        always: { 'free is 0 or more': ({ free = 0 }) => free >= 0 },
      },
    });
  const takes = (_: unknown, memory: Int32Array) => Atomics.sub(memory, 0, 1);
  const stopped = await run(takes);
  const said = saidOf(stopped, toEnd(stopped));
  expect(said).toMatchInlineSnapshot(`
    "
    After step 2, free is -1; expected at every step: free is 0 or more. That is
    so in all 2 interleavings. No interleaving has come to its end: each was
    stopped there.

            A                         B                  free
                                                         1
         1  sub free 1: was 1                            0
         2                            sub free 1: was 0  -1
    "
  `);
  expect(saidOf(stopped, toEndWith(stopped, { free: 5 }))).toBe(said);
  expect(
    saidOf(
      stopped,
      toHaveOutcomes(stopped, ['any'], () => 'any'),
    ),
  ).toBe(said);
  expect(saidOf(stopped, toSleep(stopped))).toBe(said);
  expect(saidOf(stopped, toWaitForNothing(stopped))).toBe(said);
  const endsOnce = await run(takes, (_, memory) => Atomics.load(memory, 0) > 0 && takes(_, memory));
  expect(toEnd(endsOnce)).toBeUndefined();
});

test('toEnd: asks for ever', async () => {
  const run = await interleaved(
    tally(
      (memory) => {
        while (Atomics.load(memory, 0) === 0);
      },
      2,
      1,
    ),
  );
  expect(saidOf(run, toEnd(run))).toMatchInlineSnapshot(`
    "
    A asks again and again (load count: 0) and B asks again and again (load count:
    0), and no thread is left that could change that. That is so in all 6
    interleavings.

            A                         B              count
                                                     0
         1  load count: 0                            0
         2  load count: 0                            0
         3                            load count: 0  0
         4                            load count: 0  0
    "
  `);
});

test('toEnd: a wait with a number that is an old one by now', async () => {
  const run = await interleaved({
    kata: {},
    scene: {
      cells: ['count'],
      threads: {
        A: (_, memory) => {
          const seen = Atomics.load(memory, 0);
          while (seen === 0) Atomics.wait(memory, 0, seen);
        },
        B: (_, memory) => Atomics.add(memory, 0, 1) + Atomics.notify(memory, 0),
      },
    },
  });
  expect(saidOf(run, toEnd(run, 'Why.'))).toMatchInlineSnapshot(`
    "
    A asks again and again (wait count while 0: not-equal), and no thread is left
    that could change that. That is so in 4 of 6 interleavings.

    count is 1, so a wait while it is 0 returns immediately. Does A look at count
    again after that?

            A                         B                         count
                                                                0
         1  load count: 0                                       0
         2                            add count 1: was 0        1
         3                            notify count: wakes none  1
         4  wait count while 0: not-equal                       1
         5  wait count while 0: not-equal                       1
    "
  `);
});

test('toEnd: changes something again and again', async () => {
  const run = await interleaved(
    tally(
      (memory) => {
        while (Atomics.add(memory, 0, 1) >= 0);
      },
      2,
      1,
    ),
  );
  expect(saidOf(run, toEnd(run))).toMatchInlineSnapshot(`
    "
    B has taken 60 steps, and has not come to its end: it goes on and on. That is
    so in at least 940 of at least 1,001 interleavings.

    While no other thread takes a step, it changes the memory again and again. To
    wait for another thread, only look (a compareExchange that fails changes
    nothing), or sleep.

            A                         B                    count
                                                           0
         1                            add count 1: was 0   1
         2                            add count 1: was 1   2
         3                            add count 1: was 2   3
         4                            add count 1: was 3   4
         5                            add count 1: was 4   5
         6                            add count 1: was 5   6
         7                            add count 1: was 6   7
         8                            add count 1: was 7   8
         9                            add count 1: was 8   9
        10                            add count 1: was 9   10
            (and 40 more steps)
        51                            add count 1: was 50  51
        52                            add count 1: was 51  52
        53                            add count 1: was 52  53
        54                            add count 1: was 53  54
        55                            add count 1: was 54  55
        56                            add count 1: was 55  56
        57                            add count 1: was 56  57
        58                            add count 1: was 57  58
        59                            add count 1: was 58  59
        60                            add count 1: was 59  60
    "
  `);
});

test('toEnd: what is thrown is told first, and what cannot be tried gets no verdict', async () => {
  const told = async (increment: (memory: Int32Array) => unknown) => {
    const run = await interleaved(tally(increment as () => void, 2, 1));
    return saidOf(run, toEnd(run));
  };
  const throwing = (memory: Int32Array) => {
    if (Atomics.add(memory, 0, 1) > 0) throw new RangeError('too late');
  };
  expect((await told(throwing))?.replace(/\n\nThrown at .*/, '')).toMatchInlineSnapshot(`
    "
    B threw: RangeError: too late
    That is so in all 2 interleavings.

            A                         B                   count
                                                          0
         1  add count 1: was 0                            1
         2                            add count 1: was 1  2
    "
  `);
  const random = (memory: Int32Array) => {
    Atomics.store(memory, 0, Math.floor(Math.random() * 1e9));
    Atomics.load(memory, 0);
  };
  expect(await told(random)).toMatchInlineSnapshot(`
    "
    There is no verdict: the threads cannot be tried in every interleaving. The
    code took other steps when it was run a second time, on the same memory. Does
    it use a random number, the time of day, or a variable that is kept from one
    run to the next?
    "
  `);
  const later = async (memory: Int32Array) => {
    await undefined;
    Atomics.add(memory, 0, 1);
  };
  expect(await told(later)).toMatchInlineSnapshot(`
    "
    There is no verdict: the threads cannot be tried in every interleaving. It
    returns a promise. The code of a thread is synchronous here: it uses no async,
    and no await.
    "
  `);
  const inMicrotask = (memory: Int32Array) => queueMicrotask(() => Atomics.add(memory, 0, 1));
  expect(await told(inMicrotask)).toMatchInlineSnapshot(`
    "
    There is no verdict: the threads cannot be tried in every interleaving. Some
    of it runs in a callback, after the code of the thread has returned. That code
    is synchronous here: it uses no async, no await, and no callback that is
    called later.
    "
  `);
  const inThen = (memory: Int32Array) =>
    void Promise.resolve().then(() => Atomics.add(memory, 0, 1));
  expect(await told(inThen)).toBe(await told(inMicrotask));
  const inTimer = (memory: Int32Array) => void setTimeout(() => Atomics.add(memory, 0, 1), 1);
  expect(await told(inTimer)).toBe(await told(inMicrotask));
  const bytes = (memory: Int32Array) => new Uint8Array(memory.buffer).fill(1);
  expect(await told(bytes)).toMatchInlineSnapshot(`
    "
    There is no verdict: the threads cannot be tried in every interleaving. A
    Uint8Array of the shared memory cannot be watched here. Use the Int32Array
    that was passed in, and the synchronous functions of Atomics.
    "
  `);
  const stubborn = (memory: Int32Array) => {
    for (;;)
      try {
        return void Atomics.add(memory, 0, 1);
      } catch {}
  };
  expect(await told(stubborn)).toMatchInlineSnapshot(`
    "
    There is no verdict: the threads cannot be tried in every interleaving. The
    code catches every error and tries again, without an end. Here a thread is
    stopped at its next step by an error: let it pass.
    "
  `);
  const stub = () => {
    throw new Error('TODO: write increment() in katas/13-thread-safety/1-tally.ts');
  };
  expect(await told(stub)).toMatchInlineSnapshot(`
    "
    TODO: write increment() in katas/13-thread-safety/1-tally.ts
    "
  `);
  expect(await told(undefined as never)).toMatchInlineSnapshot(`
    "
    The kata's file exports nothing named 'increment' that can be called.

    Keep the name, and the word 'export' before it without 'default', as in the
    stub: export … increment.
    "
  `);
});

test('toEnd: where a scene allows it, the states that were tried are enough for a verdict', async () => {
  const { kata, scene } = mutex(locks.twoStates, unlocks.notifies);
  const tried = async (program: ThreadProgram) => {
    const run = await interleaved(program);
    return { run, said: saidOf(run, toEnd(run)) };
  };
  const { run, said } = await tried({ kata, scene: { ...scene, most: 1000 } });
  expect([run.isWhole, said]).toEqual([false, undefined]);
  const wrong = mutex(locks.twoStates, unlocks.notifiesNobody);
  const found = await tried({ kata: wrong.kata, scene: { ...wrong.scene, most: 100 } });
  expect(found.run.isWhole).toBe(false);
  expect(found.said).toMatch(
    /Deadlock: .* in at\s+least [\d,]+ of at\s+least [\d,]+ interleavings/s,
  );
});
