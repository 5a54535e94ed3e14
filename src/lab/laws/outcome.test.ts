import { expect, observe, test } from '#lab';
import { toFailWith, toGive } from './outcome.ts';

test('toGive: another value, and why', async () => {
  const trace = await observe(async ({ job }) => {
    const list: string[] = [];
    const push = (value: string) => list.push(value);
    await Promise.all([job('a', 20)().then(push), job('b', 10)().then(push)]);
    return list;
  });
  expect(toGive(trace, ['B', 'A'])).toBeUndefined();
  expect(toGive(trace, ['A', 'B'])).toMatchInlineSnapshot(`
    {
      "fact": "It gave [ 'B', 'A' ] at 20 ms; expected [ 'A', 'B' ].",
      "possible": "The values are right and their order is not: results belong in the order given, not in the order in which they came.",
    }
  `);
});

/** a fails at 20 ms. */
const failing = () => observe(({ job }) => job('a', 20, { fails: true })());

test('toGive: a failure in its place', async () => {
  expect(toGive(await failing(), 'A')).toMatchInlineSnapshot(`
    {
      "fact": "It failed at 20 ms: a failed
    It should have given 'A'.",
      "picture": true,
      "possible": "a failed, and its failure became the failure of the whole.",
    }
  `);
});

test('toFailWith: the very error, at its ms', async () => {
  const trace = await failing();
  expect(toFailWith(trace, 'a failed')).toBeUndefined();
  expect(toFailWith(trace, 'a failed', 20)).toBeUndefined();
  expect(toFailWith(trace, 'a failed', 10)).toMatchInlineSnapshot(`
    {
      "fact": "It failed with 'a failed' at 20 ms; expected 10 ms.",
      "possible": "The failure was there at 10 ms, and nobody passed it on: something else was awaited first.",
    }
  `);
});

test('toFailWith: swallowed', async () => {
  const trace = await observe(({ job }) => job('a', 20, { fails: true })().catch(() => 'none'));
  expect(toFailWith(trace, 'a failed')).toMatchInlineSnapshot(`
    {
      "fact": "It gave 'none' at 20 ms; it should have failed with 'a failed'.",
      "possible": "'a' failed at 20 ms, and the failure was swallowed on its way to the caller.",
    }
  `);
});
