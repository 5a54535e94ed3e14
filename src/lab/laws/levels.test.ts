import { expect, test } from 'vitest';
import { observe } from '#lab';
import { toFillTo, toRunAhead } from './levels.ts';

const filling = (...amounts: number[]) =>
  observe(({ at, level }) => {
    for (const [i, amount] of amounts.entries()) at(i * 10, () => level('sink', amount));
  });

test('toFillTo: neither more nor less, at the highest', async () => {
  expect(toFillTo(await filling(1, 2, 3, 1), 'sink', 3)).toBeUndefined();
  expect(toFillTo(await filling(1, 4), 'sink', 3, 'It has a mark.')).toMatchInlineSnapshot(`
    {
      "fact": "'sink' held 4 at 10 ms; expected 3 at most.",
      "picture": "yours",
      "possible": "It has a mark.",
    }
  `);
  expect(toFillTo(await filling(1, 4, 6, 6, 2), 'sink', 3)?.fact).toMatchInlineSnapshot(
    `"'sink' held 6 at 20 ms; expected 3 at most."`,
  );
  expect(toFillTo(await filling(1, 1), 'sink', 3)?.fact).toMatchInlineSnapshot(
    `"'sink' never held more than 1; expected 3 at some time."`,
  );
});

/** Reads so many items at once, and works on each for 10 ms. */
const reading = (ahead: number) =>
  observe(async ({ source, job }) => {
    const items = source('jobs', ['a', 'b', 'c', 'd', 'e', 'f']);
    const read = Array.from({ length: ahead }, () => items.next());
    for (const _ of read) await job('write', 10)();
  });

test('toRunAhead: within its bounds, at the furthest', async () => {
  expect(toRunAhead(await reading(3), 'jobs', 'write', { least: 3, most: 3 })).toBeUndefined();
  expect(
    toRunAhead(await reading(5), 'jobs', 'write', { least: 1, most: 4 })?.fact,
  ).toMatchInlineSnapshot(
    `"At 0 ms, 5 items of 'jobs' had been asked for, and 0 of 'write' were done: 5 ahead; expected 4 at most."`,
  );
  expect(
    toRunAhead(await reading(1), 'jobs', 'write', { least: 2, most: 4 }, 'Why.'),
  ).toMatchInlineSnapshot(`
    {
      "fact": "'jobs' was never more than 1 ahead of 'write'; expected 2 at some time.",
      "picture": "yours",
      "possible": "Why.",
    }
  `);
});
