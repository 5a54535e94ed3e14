import { expect, test } from 'vitest';
import { increments, latch, tally } from '../../../../testing/programs/threads.ts';
import { interleaved, saidOf } from '../../../../testing/said-of-interleavings.ts';
import { type Ending, toEndWith } from './ends.ts';

test('toEndWith: an update is lost', async () => {
  const run = await interleaved(tally(increments.plus));
  expect(saidOf(run, toEndWith(run, { count: 4 }))).toMatchInlineSnapshot(`
    "
    At the end, count is 2; expected 4. That is so in 64 of 70 interleavings.

    A read 1 from count at step 3, and wrote 2 at step 8. In between, B wrote to
    it (steps 5 and 7): that is lost.

            A                         B              count
                                                     0
         1  read count: 0                            0
         2  write count 1                            1
         3  read count: 1                            1
         4                            read count: 1  1
         5                            write count 2  2
         6                            read count: 2  2
         7                            write count 3  3
         8  write count 2                            2
    "
  `);
});

test('toEndWith: nobody looks whether it has worked', async () => {
  const run = await interleaved(tally(increments.exchangeOnce));
  expect(saidOf(run, toEndWith(run, { count: 4 }))).toMatchInlineSnapshot(`
    "
    At the end, count is 3; expected 4. That is so in 64 of 70 interleavings.

    The compareExchange of A at step 8 changed nothing (compareExchange count 1 to
    2: was 3). Does your code look at what it returns?

            A                         B                                   count
                                                                          0
         1  load count: 0                                                 0
         2  compareExchange count 0 to 1: done                            1
         3  load count: 1                                                 1
         4                            load count: 1                       1
         5                            compareExchange count 1 to 2: done  2
         6                            load count: 2                       2
         7                            compareExchange count 2 to 3: done  3
         8  compareExchange count 1 to 2: was 3                           3
    "
  `);
});

test('toEndWith: nothing was written, as no compareExchange has worked', async () => {
  const exchange = (memory: Int32Array) => void Atomics.compareExchange(memory, 0, 1, 2);
  const run = await interleaved(tally(exchange));
  expect(saidOf(run, toEndWith(run, { count: 4 }))).toMatchInlineSnapshot(`
    "
    At the end, count is 0; expected 4. That is so in all 6 interleavings.

    The compareExchange of A at step 1 changed nothing (compareExchange count 1 to
    2: was 0). Does your code look at what it returns?

            A                         B                                    count
                                                                           0
         1  compareExchange count 1 to 2: was 0                            0
         2  compareExchange count 1 to 2: was 0                            0
         3                            compareExchange count 1 to 2: was 0  0
         4                            compareExchange count 1 to 2: was 0  0
    "
  `);
});

test('toEndWith: a compareExchange that changed nothing is not asked about where the code goes on in another way', async () => {
  const claim = (memory: Int32Array) => {
    if (Atomics.compareExchange(memory, 0, 0, 1) !== 0) Atomics.load(memory, 0);
  };
  const run = await interleaved(tally(claim, 2, 1));
  const said = saidOf(run, toEndWith(run, { count: 2 }, 'The sentence of the spec.'));
  expect(said).toContain('The sentence of the spec.');
  expect(said).not.toContain('Does your code look');
});

test('toEndWith: of two that changed nothing, the one that was overlooked is asked about', async () => {
  const tryTwice = (memory: Int32Array) => {
    for (let tries = 0; tries < 2; tries++) {
      const count = Atomics.load(memory, 0);
      if (Atomics.compareExchange(memory, 0, count, count + 1) === count) return;
    }
  };
  const run = await interleaved(tally(tryTwice));
  const lost = toEndWith(run, ({ count }) => (count < 4 ? `count is ${count}.` : undefined));
  const failures = lost?.way?.steps.flatMap(({ access, result }, i) =>
    access.kind === 'compareExchange' && result !== access.operands[0] ? [i + 1] : [],
  );
  expect(failures).toHaveLength(2);
  expect(lost?.possible).toContain(`at step ${failures?.[1]} changed nothing`);
});

test('toEndWith: each thread has a variable of its own', async () => {
  let count = 0;
  const run = await interleaved(tally(() => void count++));
  expect(saidOf(run, toEndWith(run, { count: 4 }))).toMatchInlineSnapshot(`
    "
    At the end, count is 0; expected 4. There is no other interleaving.

    No thread wrote to the shared memory, in any interleaving. Each thread has its
    own copy of every variable of your file: only the memory is shared.

            A                         B  count
                                         0
    "
  `);
});

test('toEndWith: what is right, and what threads return', async () => {
  const run = await interleaved(latch());
  expect(toEndWith(run, { left: 0, sum: 10, A: undefined, C: 10 })).toBeUndefined();
  expect(toEndWith(run, ({ C, sum }) => (C === sum ? undefined : 'no'))).toBeUndefined();
  const fact = (expected: Ending) => toEndWith(run, expected, 'Why.');
  expect(fact({ C: 5 })?.fact).toBe(
    'At the end, C has returned 10; expected 5. That is so in all 338 interleavings.',
  );
  expect(fact({ C: 5 })?.possible).toBe('Why.');
  expect(toEndWith(run, ({ C, sum }) => `${C} and ${sum}.`)?.fact).toBe(
    '10 and 10. That is so in all 338 interleavings.',
  );
});
