import { expect, explore, observe, test } from '#lab';
import { filterAsync } from './5-filter.ts';

const CRATES: ('a' | 'b' | 'c')[] = ['a', 'b', 'c'];

/** Which crates are fresh? The answers for a, b and c take 30, 10 and 20 ms; b is not. */
const crates = ({ a, b, c } = { a: 30, b: 10, c: 20 }) =>
  observe(
    ({ job }) => {
      const isFresh = {
        a: job('a', a, { gives: true }),
        b: job('b', b, { gives: false }),
        c: job('c', c, { gives: true }),
      };
      return filterAsync([...CRATES], (crate) => isFresh[crate]());
    },
    { plan: { a: [0, a], b: [0, b], c: [0, c] } },
  );

/** Asked for all, and all are kept; the answers take 10 ms. */
const allKept = (items: unknown[]) =>
  observe(({ job }) => {
    const keep = job('keep', 10, { gives: true });
    return filterAsync(items, () => keep());
  });

/** b is not kept; tells what is in the list of the items when all is over. */
const itemsAfterwards = () =>
  observe(async ({ job }) => {
    const items = [...CRATES];
    const yes = job('yes', 20, { gives: true });
    const no = job('no', 10, { gives: false });
    await filterAsync(items, (crate) => (crate === 'b' ? no() : yes()));
    return { itemsAfterwards: items };
  });

/** Every question fails; nobody can stop them. */
const failing = ({ a, b, c } = { a: 30, b: 10, c: 20 }) =>
  observe(
    ({ job }) => {
      const isFresh = {
        a: job('a', a, { fails: true, gives: true }),
        b: job('b', b, { fails: true, gives: true }),
        c: job('c', c, { fails: true, gives: true }),
      };
      return filterAsync([...CRATES], (crate) => isFresh[crate]());
    },
    { mayLeave: ['work'] },
  );

test('keeps the items for which the answer is true', async () => {
  expect(await crates()).toGive(['a', 'c']);
});

test('asks about all of the items at once, about each of them once', async () => {
  expect(await crates()).toRunAsPlanned();
});

test('gives them when the slowest answer has come', async () => {
  expect(await crates()).toTake(30);
});

test('keeps their order, whichever answer comes first', async () => {
  await explore(['a', 'b', 'c'], async (takes) => {
    expect(await crates(takes)).toGive(['a', 'c']);
  });
});

test('keeps any item, whatever it is', async () => {
  const items = [0, '', null, undefined];
  expect(await allKept(items)).toGive(items);
});

test('passes the first failure on at the moment when it happens', async () => {
  expect(await failing()).toFailWith('b failed', 10);
  await explore(['a', 'b', 'c'], async (takes, [first]) => {
    expect(await failing(takes)).toFailWith(`${first} failed`, 10);
  });
});

test('hears the other failures too', async () => {
  expect(await failing()).toLeaveNothing(['work']);
});

test('leaves the list of the items as it was', async () => {
  expect(await itemsAfterwards()).toGive({ itemsAfterwards: ['a', 'b', 'c'] });
});

test('gives an empty list when there are no items', async () => {
  expect(await observe(() => filterAsync([], async () => true))).toGive([]);
});
