import { expect, observe, test } from '#lab';
import { comesToAnEnd, endsWell } from './ending.ts';

test('comesToAnEnd: waits for ever', async () => {
  const trace = await observe(
    ({ job }) => {
      job('a', 20)();
      return new Promise(() => {});
    },
    { mayLeave: ['work'] },
  );
  expect(comesToAnEnd(trace)).toMatchInlineSnapshot(`
    {
      "fact": "Deadlock at 20 ms: the promise is still pending, no timer is set and no work is under way, so nothing can settle it any more.",
      "possible": "All work has ended, the last at 20 ms. Some promise is awaited that nobody resolves: is resolve called on every way through your code?",
    }
  `);
});

test('comesToAnEnd: an error of its own', async () => {
  const trace = await observe(async ({ sleep }) => {
    await sleep(10);
    throw 'no bread';
  });
  expect(comesToAnEnd(trace)).toMatchInlineSnapshot(`
    {
      "fact": "It failed at 10 ms: 'no bread'",
      "picture": true,
      "possible": "What was thrown is no Error, so nobody can tell where it comes from: an Error keeps the line.",
    }
  `);
});

test('a failure of its work is an end, and not a good one', async () => {
  const trace = await observe(({ job }) => job('a', 20, { fails: true })());
  expect(comesToAnEnd(trace)).toBeUndefined();
  expect(endsWell(trace)).toMatchInlineSnapshot(`
    {
      "fact": "It failed at 20 ms: a failed",
      "picture": true,
      "possible": undefined,
    }
  `);
});
