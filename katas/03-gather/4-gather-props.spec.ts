import { expect, explore, observe, test } from '#lab';
import { gatherProps } from './4-gather-props.ts';

/** All start at 0 ms; by default they take 30, 10 and 20 ms. */
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

/** The same, but fulfils with the keys of the result. */
const keys = ({ soup, bread, wine }: Record<'soup' | 'bread' | 'wine', number>) =>
  observe(async ({ job, call }) => {
    const table = {
      soup: job('soup', soup)(),
      bread: job('bread', bread)(),
      wine: job('wine', wine)(),
    };
    return Object.keys(await call('gatherProps', () => gatherProps(table)));
  });

/** Fulfils with a description of the input after gatherProps has fulfilled. */
const inputAfterwards = () =>
  observe(async ({ job, call }) => {
    const table = { soup: job('soup', 20)(), bread: job('bread', 10)() };
    await call('gatherProps', () => gatherProps(table));
    return Object.entries(table).map(
      ([key, value]) => `${key}: ${(value as unknown) instanceof Promise ? 'a promise' : value}`,
    );
  });

/** All start at 0 ms and reject. They take no signal, so they may still run at the end. */
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

test('fulfils with an object that has each value under its key', async () => {
  expect(await dinner()).toGive({ soup: 'SOUP', bread: 'BREAD', wine: 'WINE' });
});

test('fulfils as soon as the slowest promise has fulfilled', async () => {
  expect(await dinner()).toTake(30);
});

test('keeps the keys in input order, whichever promise fulfils first', async () => {
  await explore(['soup', 'bread', 'wine'], async (takes) => {
    expect(await keys(takes)).toGive(['soup', 'bread', 'wine']);
  });
});

test('does not change the input', async () => {
  expect(await inputAfterwards()).toGive(
    ['soup: a promise', 'bread: a promise'],
    'The object belongs to the caller: put the results into a new one.',
  );
});

test('rejects as soon as the first promise rejects, with the same error', async () => {
  expect(await failing()).toFailWith('bread failed', 10);
  await explore(['soup', 'bread', 'wine'], async (takes, [first]) => {
    expect(await failing(takes)).toFailWith(`${first} failed`, 10);
  });
});

test('causes no unhandled rejection when others reject later', async () => {
  expect(await failing()).toLeaveNothing(['work']);
});

test('fulfils with an empty object when the input is empty', async () => {
  expect(await observe(() => gatherProps({}))).toGive({});
});
