import { expect, explore, observe, test } from '#lab';
import { filterAsync } from './5-filter.ts';

const CRATES: ('a' | 'b' | 'c')[] = ['a', 'b', 'c'];

/** By default the answers for 'a', 'b' and 'c' take 30, 10 and 20 ms. 'b' is not fresh. */
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

/** Keeps every item; each answer takes 10 ms. */
const allKept = (items: unknown[]) =>
  observe(({ job }) => {
    const keep = job('keep', 10, { gives: true });
    return filterAsync(items, () => keep());
  });

/** Drops 'b'; fulfils with the input list after filterAsync has fulfilled. */
const itemsAfterwards = () =>
  observe(async ({ job }) => {
    const items = [...CRATES];
    const yes = job('yes', 20, { gives: true });
    const no = job('no', 10, { gives: false });
    await filterAsync(items, (crate) => (crate === 'b' ? no() : yes()));
    return { itemsAfterwards: items };
  });

/** Every answer is a rejection. The work takes no signal, so it may still run at the end. */
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

test("fulfils with the items for which 'keep' fulfils with true", async () => {
  expect(await crates()).toGive(['a', 'c']);
});

test("calls 'keep' once for each item, without waiting for earlier calls", async () => {
  expect(await crates()).toRunAsPlanned();
});

test('fulfils as soon as the slowest promise has fulfilled', async () => {
  expect(await crates()).toTake(30);
});

test('keeps the items in input order, whichever promise fulfils first', async () => {
  await explore(['a', 'b', 'c'], async (takes) => {
    expect(await crates(takes)).toGive(['a', 'c']);
  });
});

test('keeps falsy items like any other', async () => {
  const items = [0, '', null, undefined];
  expect(await allKept(items)).toGive(items);
});

test('rejects as soon as the first promise rejects, with the same error', async () => {
  expect(await failing()).toFailWith('b failed', 10);
  await explore(['a', 'b', 'c'], async (takes, [first]) => {
    expect(await failing(takes)).toFailWith(`${first} failed`, 10);
  });
});

test('causes no unhandled rejection when others reject later', async () => {
  expect(await failing()).toLeaveNothing(['work']);
});

test('does not change the input', async () => {
  expect(await itemsAfterwards()).toGive(
    { itemsAfterwards: ['a', 'b', 'c'] },
    'The list belongs to the caller: put the kept items into a new one.',
  );
});

test('fulfils with an empty list when the input is empty', async () => {
  expect(await observe(() => filterAsync([], async () => true))).toGive([]);
});
