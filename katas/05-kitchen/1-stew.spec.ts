import { again, expect, observe, test } from '#lab';
import { cook } from './1-stew.ts';

/** 2 ms of stirring, 100 ms of simmering, 2 ms of stirring. */
const one = () =>
  observe(({ kitchen }) => cook(1, kitchen()), {
    plan: {
      stir: [
        [0, 2],
        [102, 104],
      ],
      simmer: [2, 102],
    },
  });

/** They are stirred one after another, for 12 ms in all, and simmer at the same time. */
const three = () =>
  observe(({ kitchen }) => cook(3, kitchen()), {
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
    },
  });

/** When the pot has simmered, another callback is due, and computes for 20 ms. Fulfils with the time of the end. */
const besideAnother = () =>
  observe(async ({ kitchen, at, burn, now }) => {
    // Set after the pot has been put on, so that it runs after the pot has simmered.
    at(3, () => at(99, () => burn(20, 'another')));
    await cook(1, kitchen());
    return now();
  });

/** Three pots and two, on the same stove. */
const twoCalls = () =>
  observe(async ({ kitchen }) => {
    const k = kitchen();
    await Promise.all([cook(3, k), cook(2, k)]);
  });

/** Fulfils with how it fulfilled, when the event loop has run its next callback as well. */
const none = () =>
  observe(async ({ kitchen }) => {
    let isLate = false;
    const callback = new Promise((resolve) => setImmediate(resolve));
    const next = callback.then(() => (isLate = true));
    const returned: unknown = cook(0, kitchen());
    if (returned === undefined) return 'returned no promise';
    await returned;
    const how = isLate ? 'fulfilled after another callback' : 'fulfilled immediately';
    await next;
    return how;
  });

test('stirs every pot twice, and lets it simmer once', async () => {
  await again(three, (trace) => {
    expect(trace).toStart(
      'stir',
      6,
      'Each of the 3 pots is stirred before it simmers, and after that.',
    );
    expect(trace).toStart('simmer', 3, 'Each of the 3 pots simmers once.');
  });
});

test('cooks one pot in 104 ms', async () => {
  expect(await one()).toTake(104);
});

test('cooks three pots in 108 ms', async () => {
  expect(await three()).toTake(108);
});

test('has room on the stove for every pot', async () => {
  for (const pots of [2, 7, 51]) {
    const trace = await observe(({ kitchen }) => cook(pots, kitchen()));
    expect(trace).toStart('simmer', pots, `The call is for ${pots} pots.`);
    expect(trace).toTake(102 + 2 * pots);
  }
});

test('stirs each pot before it simmers, and again as soon as it has simmered', async () => {
  expect(await one()).toRunAsPlanned();
  expect(await three()).toRunAsPlanned();
});

test('fulfils as soon as the last pot is done', async () => {
  expect(await besideAnother()).toGive(
    104,
    'The pot was done at 104 ms. After that another callback ran, for 20 ms: what waits for the event loop is late.',
  );
});

test('cooks for two callers at the same time', async () => {
  const trace = await twoCalls();
  expect(trace).toStart('stir', 10, 'One call is for three pots, the other for two.');
  expect(trace).toTake(112, 'The stove has room for the pots of both calls.');
});

test('fulfils immediately when there are no pots', async () => {
  expect(await none()).toGive(
    'fulfilled immediately',
    'With no pots there is nothing to wait for: the promise fulfils before any other callback runs.',
  );
});
