import { again, expect, observe, test } from '#lab';
import { dinner } from './2-dinner.ts';

/**
 * A stew computes for 4 ms and waits for 100; a sushi computes for 50. Three stews and a sushi take
 * 362 ms one after another, 158 ms with the sushi first, and 108 ms at best.
 */
const serve = (stews: number, sushi: number) =>
  observe(({ kitchen }) => dinner({ stews, sushi }, kitchen()));

/** The sushi is sliced while the stews simmer. */
const mixed = () =>
  observe(({ kitchen }) => dinner({ stews: 3, sushi: 1 }, kitchen()), {
    plan: {
      stir: [
        [0, 2],
        [2, 4],
        [4, 6],
        [102, 104],
        [104, 106],
        [106, 108],
      ],
      simmer: [
        [2, 102],
        [4, 104],
        [6, 106],
      ],
      slice: [6, 56],
    },
  });

/** When the stew has simmered, another callback is due, and computes for 20 ms. Fulfils with the time of the end. */
const besideAnother = () =>
  observe(async ({ kitchen, at, burn, now }) => {
    // Set after the stew has been put on, so that it runs after the stew has simmered.
    at(3, () => at(99, () => burn(20, 'another')));
    await dinner({ stews: 1, sushi: 0 }, kitchen());
    return now();
  });

/** The same order twice, on the same stove. Fulfils with the order. */
const twoCalls = () =>
  observe(async ({ kitchen }) => {
    const k = kitchen();
    const order = { stews: 2, sushi: 0 };
    await Promise.all([dinner(order, k), dinner(order, k)]);
    return order;
  });

/** Fulfils with how it fulfilled, when the event loop has run its next callback as well. */
const nothing = () =>
  observe(async ({ kitchen }) => {
    let isLate = false;
    const callback = new Promise((resolve) => setImmediate(resolve));
    const next = callback.then(() => (isLate = true));
    const returned: unknown = dinner({ stews: 0, sushi: 0 }, kitchen());
    if (returned === undefined) return 'returned no promise';
    await returned;
    const how = isLate ? 'fulfilled after another callback' : 'fulfilled immediately';
    await next;
    return how;
  });

test('makes every stew and every sushi of the order', async () => {
  await again(mixed, (trace) => {
    expect(trace).toStart('stir', 6, 'Each of the 3 stews is stirred twice.');
    expect(trace).toStart('simmer', 3, 'Each of the 3 stews simmers once.');
    expect(trace).toStart('slice', 1, 'The order has one sushi, too.');
  });
  expect(await serve(3, 0)).toStart('slice', 0, 'The order has three stews, and no sushi.');
  const sushi = await serve(0, 3);
  expect(sushi).toStart('slice', 3, 'The order has three sushi, and no stew.');
  expect(sushi).toStart('stir', 0, 'The order has three sushi, and no stew.');
});

test('makes three stews and a sushi in 108 ms', async () => {
  const trace = await mixed();
  expect(trace).toTake(108);
  expect(trace).toRunAsPlanned();
});

test('makes three stews and two sushi in 112 ms', async () => {
  expect(await serve(3, 2)).toTake(112);
});

test('makes one stew in 104 ms, and three in 108 ms', async () => {
  expect(await serve(1, 0)).toTake(104);
  expect(await serve(3, 0)).toTake(108);
});

test('makes one sushi in 50 ms, and three in 150 ms', async () => {
  expect(await serve(0, 1)).toTake(50);
  expect(await serve(0, 3)).toTake(150);
});

test('makes any other order without a gap that could be filled', async () => {
  const orders = [
    [1, 1, 104],
    [1, 3, 154],
    [2, 1, 106],
    [2, 3, 158],
    [5, 1, 112],
    [5, 2, 120],
    [40, 0, 182],
  ] as const;
  for (const [stews, sushi, ms] of orders) {
    const trace = await serve(stews, sushi);
    expect(trace).toStart('simmer', stews, `Stews: ${stews}, sushi: ${sushi}.`);
    expect(trace).toStart('slice', sushi, `Stews: ${stews}, sushi: ${sushi}.`);
    expect(trace).toTake(ms);
  }
});

test('fulfils as soon as the last stew is done', async () => {
  expect(await besideAnother()).toGive(
    104,
    'The stew was done at 104 ms. After that another callback ran, for 20 ms: what waits for the event loop is late.',
  );
});

test('serves two callers at the same time, and does not change the order', async () => {
  const trace = await twoCalls();
  expect(trace).toStart('simmer', 4, 'Two calls get the same order, which has two stews.');
  expect(trace).toTake(110);
  expect(trace).toGive({ stews: 2, sushi: 0 }, 'The order belongs to the caller.');
});

test('fulfils immediately when nothing is ordered', async () => {
  expect(await nothing()).toGive(
    'fulfilled immediately',
    'Without an order there is nothing to wait for: the promise fulfils before any other callback runs.',
  );
});
