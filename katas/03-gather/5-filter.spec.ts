import { eachReason, eachValue, expect, explore, observe, test } from '#lab';
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

/** How many ms the first answer takes, the second, and so on. */
const TAKES = [23, 11, 31, 7, 17];

/** The crates in `isFresh`; each answer takes another time. */
const cratesWith = (isFresh: Record<string, boolean>) =>
  observe(({ job }) => {
    const answers = Object.entries(isFresh).map(
      ([crate, gives], i) => [crate, job(crate, TAKES[i] as number, { gives })] as const,
    );
    const keep = new Map(answers);
    return filterAsync(Object.keys(isFresh), async (crate) => keep.get(crate)?.() ?? false);
  });

/** The answers to the first call of `keep`, the second, and so on. */
const answering = (answers: boolean[], items: unknown[]) =>
  observe(({ job, call }) => {
    let calls = 0;
    const keep = () => {
      const i = calls++;
      const takes = TAKES[i % TAKES.length] as number;
      return job(`answer ${i + 1}`, takes, { gives: answers[i] as boolean })();
    };
    return call('filterAsync', () => filterAsync(items, keep));
  });

/** Two calls at 0 ms: the first one drops 'b', the second one 'c'. */
const twoCalls = () =>
  observe(
    async ({ job, call }) => {
      const isFresh = {
        a: job('a', 23, { gives: true }),
        b: job('b', 11, { gives: false }),
        c: job('c', 17, { gives: false }),
        d: job('d', 31, { gives: true }),
      };
      const keep = (crate: keyof typeof isFresh) => isFresh[crate]();
      const first = call('first', () => filterAsync(['a', 'b'], keep));
      const second = call('second', () => filterAsync(['c', 'd'], keep));
      return [await first, await second];
    },
    { plan: { a: [0, 23], b: [0, 11], first: [0, 23], c: [0, 17], d: [0, 31], second: [0, 31] } },
  );

/** Drops one of the crates, or none; looks at the input after filterAsync has fulfilled. */
const itemsAfterwards = (dropped: string) =>
  observe(async ({ job }) => {
    const items = [...CRATES];
    const yes = job('yes', 23, { gives: true });
    const no = job('no', 11, { gives: false });
    const kept = await filterAsync(items, (crate) => (dropped === crate ? no() : yes()));
    return { itemsAfterwards: items, isNew: kept !== items };
  });

/** Every answer is a rejection. The work takes no signal, so it may still run at the end. */
const failing = ({ a, b, c } = { a: 31, b: 11, c: 23 }) =>
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

/** The answer for 'b' rejects at 11 ms and that for 'a' at 23, each with its reason in `reasons`. */
const failingWith = (reasons: Record<'a' | 'b', unknown>) =>
  observe(
    ({ job }) => {
      const isFresh = {
        a: job('a', 23, { failsWith: reasons.a, gives: true }),
        b: job('b', 11, { failsWith: reasons.b, gives: true }),
      };
      return filterAsync<'a' | 'b'>(['a', 'b'], (crate) => isFresh[crate]());
    },
    { mayLeave: ['work'] },
  );

/** For 'b' and 'c' `keep` returns a promise that has rejected; the answer for 'a' is in flight. */
const rejectedAtOnce = (reasons: Record<'b' | 'c', Error>) =>
  observe(
    ({ job }) => {
      const isFresh = job('a', 11, { gives: true });
      return filterAsync([...CRATES], (crate) =>
        crate === 'a' ? isFresh() : Promise.reject(reasons[crate]),
      );
    },
    { mayLeave: ['work'] },
  );

test("fulfils with the items for which 'keep' fulfils with true", async () => {
  expect(await crates()).toGive(['a', 'c']);
  const trace = await cratesWith({ a: true, b: false, c: false, d: true, e: false });
  expect(trace).toGive(['a', 'd']);
  expect(await cratesWith({ a: false, b: false })).toGive([]);
});

test("calls 'keep' once for each item, without waiting for earlier answers", async () => {
  expect(await crates()).toRunAsPlanned();
});

test('fulfils as soon as the slowest promise has fulfilled, without a timer', async () => {
  const trace = await crates();
  expect(trace).toTake(30);
  expect(trace).toSetTimers(0);
});

test('keeps the items in input order, whichever promise fulfils first', async () => {
  await explore(['a', 'b', 'c'], async (takes) => {
    expect(await crates(takes)).toGive(['a', 'c']);
  });
  const many = Array.from({ length: 12 }, (_, i) => `crate ${i}`);
  const all = many.map(() => true);
  expect(await answering(all, many)).toGive(many);
});

test('asks for an item that is in the list twice, and keeps it by its own answer', async () => {
  const because = "'a' is in the list twice: keep each of the two by its own answer.";
  const trace = await answering([true, true, false], ['a', 'b', 'a']);
  expect(trace).toGive(['a', 'b'], because);
  expect(trace).toTake(31);
  expect(await answering([false, true, true], ['a', 'b', 'a'])).toGive(['b', 'a'], because);
  expect(await answering([true, false, true], ['a', 'b', 'a'])).toGive(['a', 'a'], because);
});

test('keeps any item unchanged, even a falsy one', async () => {
  const items = [0, '', null, undefined, Number.NaN];
  expect(await answering([true, true, true, true, true], items)).toGive(items);
  await eachValue(['first', 'second', 'third'], async ({ first, second, third }) => {
    const kept = await answering([true, false, true], [first, second, third]);
    expect(kept).toGive([first, third]);
  });
});

test('keeps two calls apart that are in flight at the same time', async () => {
  const trace = await twoCalls();
  expect(trace).toGive([['a'], ['d']]);
  expect(trace).toRunAsPlanned();
});

test('rejects as soon as the first promise rejects, with the same reason', async () => {
  const trace = await failing();
  expect(trace).toFailWith('b failed', 11);
  expect(trace).toSetTimers(0);
  await explore(['a', 'b', 'c'], async (takes, [first]) => {
    expect(await failing(takes)).toFailWith(`${first} failed`, 10);
  });
  await eachReason(['a', 'b'], async (reasons) => {
    expect(await failingWith(reasons)).toRejectWith(reasons.b, 11);
  });
});

test('causes no unhandled rejection, neither later nor at once', async () => {
  expect(await failing()).toLeaveNothing(['work']);
  const [b, c] = [new Error('no answer'), new Error('no crate')];
  expect(await rejectedAtOnce({ b, c })).toLeaveNothing(['work']);
  expect(await rejectedAtOnce({ b, c: b })).toRejectWith(b, 0);
});

test('does not change the input', async () => {
  const expected = { itemsAfterwards: ['a', 'b', 'c'], isNew: true };
  const because = 'The list belongs to the caller: put the kept items into a new one.';
  expect(await itemsAfterwards('b')).toGive(expected, because);
  expect(await itemsAfterwards('')).toGive(expected, because);
});

test('fulfils with an empty list when the input is empty', async () => {
  expect(await observe(() => filterAsync([], async () => true))).toGive([]);
});
