import { expect, observe, test } from '#lab';
import { chunked } from './4-cooperate.ts';

/** Each item is the number of ms for which it computes. Fulfils with the items in the order of the calls. */
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

/** 60 items of 1 ms each. Fulfils with how many were done, and whether more than 1 ms passed after the last one. */
const ending = () =>
  observe(async ({ burn, now }) => {
    let done = 0;
    let ended = 0;
    const work = (ms: number) => {
      burn(ms, 'work');
      done++;
      ended = now();
    };
    await chunked(Array(60).fill(1), work, 10);
    return { done, late: now() - ended > 1 };
  });

test('calls work with each item, in order', async () => {
  expect(await run([3, 1, 4, 1, 5, 9, 2, 6], 10)).toGive([3, 1, 4, 1, 5, 9, 2, 6]);
});

test('never blocks the event loop for longer than a slice and one item', async () => {
  expect(await even()).toBeSilentAtMost(10 + 1);
});

test('measures time, not the number of items', async () => {
  expect(await run(Array(40).fill(3), 10)).toBeSilentAtMost(10 + 3);
  expect(await uneven()).toBeSilentAtMost(10 + 30);
});

test('does not yield before the slice is used up', async () => {
  expect(await even()).toGiveWayOnlyAfter(10 - 1);
});

test('continues without a pause after it has yielded', async () => {
  expect(await even()).toIdleAtMost(1);
});

test('fulfils when all the items are done', async () => {
  expect(await ending()).toGive(
    { done: 60, late: false },
    'After the last item there is nothing left to wait for: the returned promise fulfils 1 ms later at the latest.',
  );
});

test('rejects with the same error when work throws, and does not call it again', async () => {
  const trace = await observe(({ burn }) => {
    const work = (item: number) => burn(3, 'work', { fails: item === 5 });
    return chunked([1, 2, 3, 4, 5, 6, 7], work, 10);
  });
  expect(trace).toFailWith('work failed');
  expect(trace).toStart('work', 5);
});
