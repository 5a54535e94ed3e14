import { expect, observe, test } from '#lab';
import { toPeakAt, toTake } from './time.ts';

/** Three pieces of work, one after another: 10, 20 and 30 ms. */
const inTurn = () =>
  observe(async ({ job }) => {
    for (const work of [job('a', 10), job('b', 20), job('c', 30)]) await work();
  });

/** The same, all at once. */
const together = () =>
  observe(({ job }) => Promise.all([job('a', 10)(), job('b', 20)(), job('c', 30)()]));

test('toTake: what the time was lost for', async () => {
  expect(toTake(await inTurn(), 60)).toBeUndefined();
  expect(toTake(await inTurn(), 30)).toMatchInlineSnapshot(`
    {
      "fact": "It took 60 ms; expected 30 ms.",
      "possible": "That is the sum of all the work: one piece ran after another. b was started at 10 ms, just when a had ended; there was room for it at 0 ms. Was 'a' awaited before 'b' was called? Start both first, then await them.",
    }
  `);
  expect(toTake(await together(), 60)).toMatchInlineSnapshot(`
    {
      "fact": "It took 30 ms; expected 60 ms.",
      "possible": "3 pieces of work were under way together: calling a function starts its work, whoever awaits it.",
    }
  `);
});

test('toTake: a timer in place of an await', async () => {
  const polling = await observe(async ({ job }) => {
    job('a', 10)();
    await new Promise((resolve) => setTimeout(resolve, 50));
  });
  expect(toTake(polling, 10)).toMatchInlineSnapshot(`
    {
      "fact": "It took 50 ms; expected 10 ms.",
      "possible": "From 10 to 50 ms nothing was under way at all but a timer, set at 0 ms. Whoever awaits a promise hears at once: nobody has to ask every now and then, or to guess how long it takes.",
    }
  `);
});

test('toPeakAt: too many at once, and too few', async () => {
  expect(toPeakAt(await together(), 3)).toBeUndefined();
  expect(toPeakAt(await together(), 2)).toMatchInlineSnapshot(`
    {
      "fact": "c was started at 0 ms, while a and b were still at work: 3 in flight, and 2 are promised.",
      "possible": "Call the next one only when fewer than 2 are in flight.",
    }
  `);
  expect(toPeakAt(await inTurn(), 2)).toMatchInlineSnapshot(`
    {
      "fact": "At most 1 piece of work was in flight at a time; 2 are promised.",
      "possible": "b was started at 10 ms, just when a had ended; there was room for it at 0 ms. Was 'a' awaited before 'b' was called? Start both first, then await them.",
    }
  `);
});
