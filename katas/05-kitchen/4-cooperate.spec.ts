import { again, eachReason, eachValue, expect, observe, test } from '#lab';
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
const even = (slice = 10) => run(Array(60).fill(1), slice);

/** Sixteen items of 3 ms, one of 30, and eight more of 1. */
const uneven = () => run([...Array(16).fill(3), 30, ...Array(8).fill(1)], 10);

/** Fulfils with whether more than 1 ms passed after the last of so many items of 1 ms each. */
const ending = (items: number) =>
  observe(async ({ burn, now }) => {
    let ended = 0;
    const work = (ms: number) => {
      burn(ms, 'work');
      ended = now();
    };
    await chunked(Array(items).fill(1), work, 10);
    return now() - ended > 1 ? 'late' : 'in time';
  });

/** Fulfils with what work was called with, and returned. */
const callsOf = (items: readonly unknown[]) =>
  observe(async () => {
    const calls: unknown[] = [];
    await chunked(
      [...items],
      (...given: unknown[]) => {
        calls.push(...given);
        return given[0];
      },
      10,
    );
    return calls;
  });

/** Fulfils with the list that it has worked on, and one more item that the caller adds. */
const listAfterwards = () =>
  observe(async ({ burn }) => {
    const list = [3, 9, 4, 1];
    await chunked(list, (ms) => burn(ms, 'work'), 10);
    // A list that has been frozen is changed as well.
    list.push(7);
    return list;
  });

/**
 * At the first yield, another callback computes for 30 ms. Others are due soon after that. Fulfils with how
 * much was done in between whenever one of them ran.
 */
const besideAnother = () =>
  observe(async ({ at, burn }) => {
    let done = 0;
    let before = 0;
    const parts: number[] = [];
    at(5, () => {
      before = done;
      burn(30, 'another');
    });
    for (const ms of [34, 41, 43]) at(ms, () => parts.push(done - before));
    const work = (ms: number) => {
      burn(ms, 'work');
      done++;
    };
    await chunked(Array(60).fill(1), work, 10);
    const early = parts.find((items) => items > 0 && items < 10 - 1);
    return early === undefined ? 'a whole slice' : `only ${early} of 10 ms`;
  });

/** Two calls at 0 ms, with 30 items and with 5. Fulfils with the name of the one that ends first. */
const twoCalls = () =>
  observe(async ({ burn }) => {
    const ended: string[] = [];
    const call = async (name: string, items: number) => {
      await chunked(Array(items).fill(1), (ms) => burn(ms, name), 10);
      ended.push(name);
    };
    await Promise.all([call('long', 30), call('short', 5)]);
    return ended[0];
  });

/** The same list twice: `work` throws the first time. Fulfils with what it was called with the second time. */
const afterAFailure = () =>
  observe(async ({ burn }) => {
    const list = [1, 2, 3];
    const work = (item: number) => burn(3, 'first', { fails: item === 2 });
    await chunked(list, work, 10).catch(() => {});
    const calls: number[] = [];
    await chunked(list, (item) => void calls.push(item), 10);
    return calls;
  });

/** The fifth of seven items fails, each of which takes 3 ms. */
const failing = () =>
  observe(({ burn }) => {
    const work = (item: number) => burn(3, 'work', { fails: item === 5 });
    return chunked([1, 2, 3, 4, 5, 6, 7], work, 10);
  });

/** `work` throws this at the fifth of seven items. */
const throwing = (reason: unknown) =>
  observe(({ burn }) => {
    const work = (item: number) => {
      burn(3, 'work');
      if (item === 5) throw reason;
    };
    return chunked([1, 2, 3, 4, 5, 6, 7], work, 10);
  });

/** `work` throws at one of seven items. Fulfils with how that came out. */
const rejection = (failing: number) =>
  observe(async ({ burn, now }) => {
    let how = 'thrown by chunked itself';
    let thrown = 0;
    const work = (item: number) => {
      thrown = now() + 3;
      burn(3, 'work', { fails: item === failing });
    };
    try {
      const chunking = chunked([1, 2, 3, 4, 5, 6, 7], work, 10);
      how = 'rejected';
      await chunking;
      return 'fulfilled';
    } catch {
      return now() - thrown > 1 ? `${how}, but late` : how;
    }
  });

test('calls work with each item, in order', async () => {
  await again(
    () => run([3, 1, 4, 1, 5, 9, 2, 6], 10),
    (trace) => expect(trace).toGive([3, 1, 4, 1, 5, 9, 2, 6]),
  );
});

test('calls work with every item, whatever it is, and with nothing else', async () => {
  const holds = async ({ a, b }: Record<'a' | 'b', unknown>) => {
    const items = [a, b, a];
    expect(await callsOf(items)).toGive(
      items,
      'Each item is passed on as it is, and alone: work gets no index. What it returns decides nothing.',
    );
  };
  await eachValue(['a', 'b'], holds, 'is');
  expect(await callsOf([])).toGive([], 'There is no item.');
});

test('never blocks the event loop for longer than a slice and one item', async () => {
  for (const slice of [10, 4, 23]) expect(await even(slice)).toBeSilentAtMost(slice + 1);
});

test('measures time, not the number of items', async () => {
  expect(await run(Array(40).fill(3), 10)).toBeSilentAtMost(10 + 3);
  expect(await uneven()).toBeSilentAtMost(10 + 30);
  expect(await run([1, ...Array(20).fill(6)], 10)).toBeSilentAtMost(10 + 6);
  expect(await run([15, 15, 15], 10)).toBeSilentAtMost(10 + 15);
});

test('does not yield before the slice is used up', async () => {
  for (const slice of [10, 4, 23]) expect(await even(slice)).toGiveWayOnlyAfter(slice - 1);
});

test('does not count the time of other callbacks', async () => {
  expect(await besideAnother()).toGive(
    'a whole slice',
    'While your code had yielded, another callback computed for 30 ms. The slice begins after that.',
  );
});

test('continues without a pause after it has yielded', async () => {
  expect(await even()).toIdleAtMost(1);
});

test('fulfils when all the items are done', async () => {
  const trace = await even();
  expect(trace).toStart('work', 60);
  for (const items of [60, 1, 0])
    expect(await ending(items)).toGive(
      'in time',
      'After the last item there is nothing left to wait for: the returned promise fulfils 1 ms later at the latest.',
    );
});

test('lets a second call work while the first one has yielded', async () => {
  expect(await twoCalls()).toGive(
    'short',
    'When the long call has yielded for the first time, the short one needs 5 ms.',
  );
});

test('does not change the list', async () => {
  expect(await listAfterwards()).toGive([3, 9, 4, 1, 7], 'The list belongs to the caller.');
});

test('rejects with the same error when work throws, and does not call it again', async () => {
  const trace = await failing();
  expect(trace).toFailWith('work failed');
  expect(trace).toStart('work', 5);
  const holds = async ({ work: reason }: { work: unknown }) => {
    expect(await throwing(reason)).toRejectWith(reason);
  };
  await eachReason(['work'], holds, 'throws');
  for (const item of [1, 5])
    expect(await rejection(item)).toGive(
      'rejected',
      'The returned promise rejects, 1 ms after the error at the latest. The call itself does not throw.',
    );
});

test('works again after a failure', async () => {
  expect(await afterAFailure()).toGive(
    [1, 2, 3],
    'The second call has nothing to do with the first.',
  );
});
