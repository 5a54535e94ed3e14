import { expect, observe, test } from '#lab';
import { toRejectWith } from './rejection.ts';

const reason = { message: 'no Error' };

const passedOn = () => observe(({ job }) => job('a', 10, { failsWith: reason })());

test('toRejectWith: the very reason, whatever it is', async () => {
  expect(await passedOn()).toRejectWith(reason, 10);
  expect(toRejectWith(await passedOn(), reason, 5)).toMatchInlineSnapshot(`
    {
      "fact": "It rejected with { message: 'no Error' } at 10 ms; expected 5 ms.",
    }
  `);
});

test('a reason that counts as false is one', async () => {
  const trace = await observe(({ job }) =>
    job('a', 10, { failsWith: undefined })().catch((error) => error ?? 'fine'),
  );
  expect(toRejectWith(trace, undefined)).toMatchInlineSnapshot(`
    {
      "fact": "It fulfilled with 'fine' at 10 ms; expected a rejection with undefined.",
      "possible": "A promise may reject with any value. Does your code test the reason itself, as in if (error)?",
    }
  `);
});

test('a copy is another reason', async () => {
  const error = new Error('no bread');
  const trace = await observe(({ job }) =>
    job('a', 10, { fails: error })().catch(({ message }) => Promise.reject(new Error(message))),
  );
  expect(toRejectWith(trace, error)).toMatchInlineSnapshot(`
    {
      "fact": "It rejected with Error('no bread') at 10 ms; expected a rejection with Error('no bread').",
      "possible": "It looks the same, and is another object. Pass on the one that you caught: its stack and its class say what happened.",
    }
  `);
});
