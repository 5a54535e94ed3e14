import { expect, explore, observe, test } from '#lab';
import { gatherProps } from './4-gather-props.ts';

/** All start at 0 ms. The first takes 30 ms, the second 10 and the last 20. */
const dinner = ({ soup, bread, wine } = { soup: 30, bread: 10, wine: 20 }) =>
  observe(
    ({ job, call }) => {
      const table = {
        soup: job('soup', soup)(),
        bread: job('bread', bread)(),
        wine: job('wine', wine)(),
      };
      return call('gatherProps', () => gatherProps(table));
    },
    {
      plan: {
        soup: [0, soup],
        bread: [0, bread],
        wine: [0, wine],
        gatherProps: [0, Math.max(soup, bread, wine)],
      },
    },
  );

/** The same, and only the keys of what it gives. */
const keys = ({ soup, bread, wine }: Record<'soup' | 'bread' | 'wine', number>) =>
  observe(async ({ job, call }) => {
    const table = {
      soup: job('soup', soup)(),
      bread: job('bread', bread)(),
      wine: job('wine', wine)(),
    };
    return Object.keys(await call('gatherProps', () => gatherProps(table)));
  });

/** Tells what is in the input when all is over. */
const inputAfterwards = () =>
  observe(async ({ job, call }) => {
    const table = { soup: job('soup', 20)(), bread: job('bread', 10)() };
    await call('gatherProps', () => gatherProps(table));
    return Object.entries(table).map(
      ([key, value]) => `${key}: ${(value as unknown) instanceof Promise ? 'a promise' : value}`,
    );
  });

/** All start at 0 ms and fail; nobody can stop them. */
const failing = ({ soup, bread, wine } = { soup: 30, bread: 10, wine: 20 }) =>
  observe(
    ({ job, call }) => {
      const table = {
        soup: job('soup', soup, { fails: true })(),
        bread: job('bread', bread, { fails: true })(),
        wine: job('wine', wine, { fails: true })(),
      };
      return call('gatherProps', () => gatherProps(table));
    },
    {
      mayLeave: ['work'],
      plan: {
        soup: [0, soup],
        bread: [0, bread],
        wine: [0, wine],
        gatherProps: [0, Math.min(soup, bread, wine), { fails: true }],
      },
    },
  );

test('gives under each key what was promised under it', async () => {
  expect(await dinner()).toGive({ soup: 'SOUP', bread: 'BREAD', wine: 'WINE' });
});

test('gives it when the slowest has come', async () => {
  expect(await dinner()).toTake(30);
});

test('keeps the keys in their order, whichever value comes first', async () => {
  await explore(['soup', 'bread', 'wine'], async (takes) => {
    expect(await keys(takes)).toGive(['soup', 'bread', 'wine']);
  });
});

test('leaves the input as it was', async () => {
  expect(await inputAfterwards()).toGive(['soup: a promise', 'bread: a promise']);
});

test('passes the first failure on at the moment when it happens', async () => {
  expect(await failing()).toFailWith('bread failed', 10);
  await explore(['soup', 'bread', 'wine'], async (takes, [first]) => {
    expect(await failing(takes)).toFailWith(`${first} failed`, 10);
  });
});

test('hears the other failures too', async () => {
  expect(await failing()).toLeaveNothing(['work']);
});

test('gives an empty object when there is nothing to wait for', async () => {
  expect(await observe(() => gatherProps({}))).toGive({});
});
