import { expect, test } from 'vitest';
import { interleaved, saidOf } from '../../../../testing/said-of-interleavings.ts';
import { toEndWith } from '../laws/ends.ts';

const own = () => new Int32Array(new SharedArrayBuffer(4));

const twoOf = (take: (memory: Int32Array, own: () => Int32Array) => unknown) =>
  interleaved({
    kata: { take, own },
    scene: {
      cells: ['count'],
      initial: { count: 7 },
      threads: {
        A: ({ take, own }, memory) => take(memory, own),
        B: ({ take, own }, memory) => take(memory, own),
      },
    },
  });

test('memory that a thread has made for itself is none of the scene', async () => {
  const run = await twoOf((memory, own) => {
    const mine = own();
    Atomics.add(mine, 0, 1);
    Atomics.add(memory, 0, 1);
    return Atomics.load(mine, 0);
  });
  expect(toEndWith(run, { count: 9, A: 1, B: 1 })).toBeUndefined();
});

test('a sleep of some time in such memory takes no time', async () => {
  const run = await twoOf((_, own) => [
    Atomics.wait(own(), 0, 0, 60_000),
    Atomics.wait(own(), 0, 1),
  ]);
  const slept = ['timed-out', 'not-equal'];
  expect(toEndWith(run, { count: 7, A: slept, B: slept })).toBeUndefined();
});

test('a sleep in such memory that nothing ends is not tried', async () => {
  const run = await twoOf((_, own) => Atomics.wait(own(), 0, 0));
  expect(saidOf(run, toEndWith(run, { count: 7 }))).toMatchInlineSnapshot(`
    "
    There is no verdict: the threads cannot be tried in every interleaving. A
    sleep in memory that no other thread has cannot be watched here. Use the
    Int32Array that was passed in, and the synchronous functions of Atomics.
    "
  `);
});
