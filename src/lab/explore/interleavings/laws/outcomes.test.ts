import { expect, test } from 'vitest';
import { increments, tally } from '../../../../testing/programs/threads.ts';
import { interleaved, saidOf } from '../../../../testing/said-of-interleavings.ts';
import { drawColumns } from '../../../picture/columns.ts';
import type { Ending } from './ends.ts';
import { drawOutcomes, toHaveOutcomes } from './outcomes.ts';

const total = ({ count }: Ending) => `${count}`;

test('toHaveOutcomes: one is left out', async () => {
  const run = await interleaved(tally(increments.plus, 2, 1));
  expect(toHaveOutcomes(run, ['2', '1', '1'], total)).toBeUndefined();
  const why = (words: string) => `Why ${words}.`;
  expect(saidOf(run, toHaveOutcomes(run, ['2'], total, why))).toMatchInlineSnapshot(`
    "
    '1' is left out, and it can happen: in 4 of 6 interleavings.

    A read 0 from count at step 1, and wrote 1 at step 4. In between, B wrote to
    it (step 3): that is lost. Why 1.

            A                         B              count
                                                     0
         1  read count: 0                            0
         2                            read count: 0  0
         3                            write count 1  1
         4  write count 1                            1
    "
  `);
});

test('toHaveOutcomes: one cannot be', async () => {
  const run = await interleaved(tally(increments.plus, 2, 1));
  const foretold = ['0', '1', '2', '3', '3'];
  expect(toHaveOutcomes(run, foretold, total, (words) => `Why ${words}.`)).toMatchObject({
    fact: "None of the 6 interleavings ends with '0'. Nor does any end with 1 more of those foretold.",
    possible: 'Why 0.',
  });
  expect(toHaveOutcomes(run, ['1', '2', '3'], total)).toMatchObject({
    fact: "None of the 6 interleavings ends with '3'.",
    possible: undefined,
  });
});

test('toHaveOutcomes: no word is right, so it is not asked what is left out', async () => {
  const run = await interleaved(tally(increments.add, 2, 1));
  expect(toHaveOutcomes(run, ['two'], total)?.fact).toBe(
    "None of the 2 interleavings ends with 'two'.",
  );
});

test('toHaveOutcomes: what is foretold is no list of strings', async () => {
  const run = await interleaved(tally(increments.plus, 2, 1));
  const fact = (foretold: unknown) => toHaveOutcomes(run, foretold as string[], total)?.fact;
  expect(fact([])).toBe('TODO: fill in the endings: the list of them is empty. Each is a string.');
  expect(fact(undefined)).toBe('What is foretold is undefined; expected a list of strings.');
  expect(fact('12')).toBe("What is foretold is '12'; expected a list of strings.");
  expect(fact(['1', 2])).toBe('Ending 2 of those foretold is 2; expected a string.');
  expect(fact(new Array(2))).toBe('Ending 1 of those foretold is undefined; expected a string.');
});

test('toHaveOutcomes: a list whose methods say yes to everything', async () => {
  const run = await interleaved(tally(increments.plus, 2, 1));
  class Yes extends Array<string> {
    override includes = () => true;
    override filter = () => [];
  }
  expect(toHaveOutcomes(run, Yes.of('1'), total)?.fact).toMatch("'2' is left out");
});

test('drawOutcomes: an interleaving for each ending', async () => {
  const run = await interleaved(tally(increments.plus, 2, 1));
  const drawn = drawOutcomes(run, total).map(([title, steps]) => `${title}\n${drawColumns(steps)}`);
  expect(`\n${drawn.join('\n\n')}\n`).toMatchInlineSnapshot(`
    "
    '1': in 4 of 6 interleavings
            A                         B              count
                                                     0
         1  read count: 0                            0
         2                            read count: 0  0
         3                            write count 1  1
         4  write count 1                            1

    '2': in 2 of 6 interleavings
            A                         B              count
                                                     0
         1  read count: 0                            0
         2  write count 1                            1
         3                            read count: 1  1
         4                            write count 2  2
    "
  `);
});
