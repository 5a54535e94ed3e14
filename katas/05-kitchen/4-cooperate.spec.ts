import { expect, observe, test } from '#lab';
import { chunked } from './4-cooperate.ts';

/** Each item is the ms of CPU that it takes; gives the items in the order in which they were worked on. */
const run = (items: number[], slice: number) =>
  observe(async ({ burn, heartbeat }) => {
    heartbeat(4);
    const done: number[] = [];
    const work = (ms: number) => {
      burn(ms, 'work');
      done.push(ms);
    };
    await chunked(items, work, slice);
    return done;
  });

/** 60 items of 1 ms each. */
const even = () => run(Array(60).fill(1), 10);

/** Sixteen items of 3 ms, one of 30, and eight more of 1. */
const uneven = () => run([...Array(16).fill(3), 30, ...Array(8).fill(1)], 10);

test('works through all the items, in order', async () => {
  expect(await run([3, 1, 4, 1, 5, 9, 2, 6], 10)).toGive([3, 1, 4, 1, 5, 9, 2, 6]);
});

test('is silent for a slice and an item at most', async () => {
  expect(await even()).toBeSilentAtMost(10 + 1);
});

test('goes by time, and not by the number of items', async () => {
  expect(await run(Array(40).fill(3), 10)).toBeSilentAtMost(10 + 3);
  expect(await uneven()).toBeSilentAtMost(10 + 30);
});

test('does not give way before the slice is used up', async () => {
  expect(await even()).toGiveWayOnlyAfter(10 - 1);
});

test('goes on at once when it has given way', async () => {
  expect(await even()).toIdleAtMost(1);
});

test('passes on what the work throws, and does no more of it', async () => {
  const trace = await observe(({ burn }) => {
    const work = (item: number) => burn(3, 'work', { fails: item === 5 });
    return chunked([1, 2, 3, 4, 5, 6, 7], work, 10);
  });
  expect(trace).toFailWith('work failed');
  expect(trace).toStart('work', 5);
});
