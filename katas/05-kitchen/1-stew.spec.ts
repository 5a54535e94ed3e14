import { expect, observe, test } from '#lab';
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

test('stirs every pot twice, and lets it simmer once', async () => {
  const trace = await three();
  expect(trace).toStart(
    'stir',
    6,
    'Each of the 3 pots is stirred before it simmers, and after that.',
  );
  expect(trace).toStart('simmer', 3, 'Each of the 3 pots simmers once.');
});

test('cooks one pot in 104 ms', async () => {
  expect(await one()).toTake(104);
});

test('cooks three pots in 108 ms', async () => {
  expect(await three()).toTake(108);
});

test('stirs each pot before it simmers, and again as soon as it has simmered', async () => {
  expect(await one()).toRunAsPlanned();
  expect(await three()).toRunAsPlanned();
});

test('fulfils immediately when there are no pots', async () => {
  const trace = await observe(({ kitchen }) => cook(0, kitchen()).then(() => 'done'));
  expect(trace).toGive('done');
  expect(trace).toTake(0);
});
