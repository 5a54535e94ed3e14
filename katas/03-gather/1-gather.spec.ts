import { eachReason, eachValue, expect, explore, observe, test } from '#lab';
import { gather } from './1-gather.ts';

/** All start at 0 ms; by default they take 35, 10 and 20 ms. */
const three = ({ a, b, c } = { a: 35, b: 10, c: 20 }) =>
  observe(
    ({ job, call }) => {
      const pages = [job('a', a)(), job('b', b)(), job('c', c)()];
      return call('gather', () => gather(pages));
    },
    { plan: { a: [0, a], b: [0, b], c: [0, c], gather: [0, Math.max(a, b, c)] } },
  );

/** The input is `given`, and two pages that take 11 and 23 ms. */
const beside = (given: unknown) =>
  observe(
    ({ job, call }) => {
      const pages = [given, job('a', 11)(), job('b', 23)()];
      return call('gather', () => gather(pages));
    },
    { plan: { a: [0, 11], b: [0, 23], gather: [0, 23] } },
  );

/** A promise, an object and a text are in the input twice. */
const twice = (cover: object) =>
  observe(({ job, call }) => {
    const page = job('a', 23)();
    const pages = [page, 'end', job('b', 11)(), cover, page, 'end', cover];
    return call('gather', () => gather<unknown>(pages));
  });

/** Two calls at 0 ms; fulfils with the results of both. */
const twoCalls = () =>
  observe(
    async ({ job, call }) => {
      const first = call('first', () => gather([job('a', 11)(), job('b', 23)()]));
      const second = call('second', () => gather([job('c', 31)(), job('d', 7)(), 'end']));
      return [await first, await second];
    },
    { plan: { a: [0, 11], b: [0, 23], first: [0, 23], c: [0, 31], d: [0, 7], second: [0, 31] } },
  );

/** 'a' and 'b' fulfil at 23 and 11 ms with what is in `values`. */
const fulfillingWith = (values: Record<'a' | 'b', unknown>) =>
  observe(({ job, call }) => {
    const pages = [job('a', 23, { gives: values.a })(), job('b', 11, { gives: values.b })()];
    return call('gather', () => gather(pages));
  });

const nothing = (input: Iterable<string> = []) =>
  observe(({ call }) => call('gather', () => gather(input)));

/** Can be read only once, like a generator, but throws the second time. */
function readOnce<T>(items: T[]): Iterable<T> {
  let read = false;
  return {
    [Symbol.iterator]() {
      if (read) throw new Error('the awaitables were read twice, and can be read only once');
      read = true;
      return items[Symbol.iterator]();
    },
  };
}

/** Fulfils with the input after gather has fulfilled. */
const inputAfterwards = () =>
  observe(async ({ job, call }) => {
    const pages: unknown[] = [job('a', 11)(), job('b', 23)()];
    const before = [...pages];
    await call('gather', () => gather(pages));
    return pages.map((page, i) => {
      if (page === before[i]) return 'the same promise';
      return page instanceof Promise ? 'another promise' : page;
    });
  });

/** The caller puts something else into its list, and empties it, right after the call. */
const changed = () =>
  observe(({ job, call }) => {
    const pages: unknown[] = [job('a', 11)(), job('b', 23)()];
    const report = call('gather', () => gather(pages));
    pages[1] = 'something else';
    pages.length = 0;
    return report;
  });

/** All start at 0 ms and reject. They take no signal, so they may still run at the end. */
const failing = ({ a, b, c } = { a: 37, b: 11, c: 23 }) =>
  observe(
    ({ job, call }) => {
      const fails = true;
      const pages = [job('a', a, { fails })(), job('b', b, { fails })(), job('c', c, { fails })()];
      return call('gather', () => gather(pages));
    },
    {
      mayLeave: ['work'],
      plan: { a: [0, a], b: [0, b], c: [0, c], gather: [0, Math.min(a, b, c), { fails: true }] },
    },
  );

/** 'b' rejects at 11 ms and 'a' at 23, each with its reason in `reasons`. */
const failingWith = (reasons: Record<'a' | 'b', unknown>) =>
  observe(
    ({ job, call }) => {
      const [a, b] = [
        job('a', 23, { failsWith: reasons.a }),
        job('b', 11, { failsWith: reasons.b }),
      ];
      return call('gather', () => gather([a(), b()]));
    },
    { mayLeave: ['work'] },
  );

/** 'b' and 'c' have rejected before the call, 'a' is still in flight. */
const rejectedBefore = (b: Error, c: Error) =>
  observe(
    ({ job, call }) => {
      const pages = [job('a', 11)(), Promise.reject(b), Promise.reject(c)];
      return call('gather', () => gather(pages));
    },
    { mayLeave: ['work'] },
  );

/** A thenable that has no method but `then`, and so has what its `then` returns. */
const bare = <T>(promise: PromiseLike<T>): PromiseLike<T> => ({
  then: (onValue, onError) => bare(promise.then(onValue, onError)),
});

test('fulfils with the results in input order, whichever promise fulfils first', async () => {
  expect(await three()).toGive(['A', 'B', 'C']);
  await explore(['a', 'b', 'c'], async (takes) => {
    expect(await three(takes)).toGive(['A', 'B', 'C']);
  });
  const many = Array.from({ length: 12 }, (_, i) => `page ${i}`);
  expect(await observe(({ call }) => call('gather', () => gather(many)))).toGive(many);
});

test('fulfils as soon as the slowest promise has fulfilled, without a timer', async () => {
  expect(await three()).toTake(35);
  expect(await three()).toSetTimers(0);
});

test('has two places for a promise or a value that is in the input twice', async () => {
  const cover = { cover: 'blue' };
  expect(await twice(cover)).toGive(['A', 'end', 'B', cover, 'A', 'end', cover]);
});

test('keeps two calls apart that are in flight at the same time', async () => {
  const trace = await twoCalls();
  expect(trace).toGive([
    ['A', 'B'],
    ['C', 'D', 'end'],
  ]);
  expect(trace).toRunAsPlanned();
});

test('accepts plain values', async () => {
  expect(await beside('soup')).toGive(['soup', 'A', 'B']);
  await eachValue(['a plain value'], async ({ 'a plain value': value }) => {
    expect(await beside(value)).toGive([value, 'A', 'B']);
  });
});

test('awaits a thenable that is not a Promise', async () => {
  const { then } = bare(Promise.resolve('soup'));
  expect(await beside({ then })).toGive(['soup', 'A', 'B']);
  expect(await beside(Object.assign(() => 'called', { then }))).toGive(['soup', 'A', 'B']);
  const during = { then: (onValue: (value: unknown) => void) => onValue({ then }) };
  expect(await beside(during)).toGive(['soup', 'A', 'B']);
  const cached = { then: (onValue: (value: unknown) => void) => onValue('soup') };
  expect(await beside(cached)).toGive(['soup', 'A', 'B']);
});

test('accepts every result, also undefined', async () => {
  expect(await beside(Promise.resolve(undefined))).toGive([undefined, 'A', 'B']);
  await eachValue(['a', 'b'], async (values) => {
    expect(await fulfillingWith(values)).toGive([values.a, values.b]);
  });
});

test('fulfils immediately with an empty list when the input is empty', async () => {
  const trace = await nothing();
  expect(trace).toGive([]);
  expect(trace).toTake(0);
  expect(await nothing(new Set())).toGive([], 'Not every iterable has a length.');
  // An await takes the list itself, too.
  const returned = await observe(async () => {
    const result = gather([]);
    await result;
    return typeof result.then;
  });
  expect(returned).toGive(
    'function',
    'gather returns a promise, also when the input is empty: its caller may call then().',
  );
});

test('rejects as soon as the first promise rejects, with the same reason', async () => {
  expect(await failing()).toFailWith('b failed', 11);
  expect(await failing()).toSetTimers(0);
  await explore(['a', 'b', 'c'], async (takes, [first]) => {
    expect(await failing(takes)).toFailWith(`${first} failed`, 10);
  });
  await eachReason(['a', 'b'], async (reasons) => {
    expect(await failingWith(reasons)).toRejectWith(reasons.b, 11);
  });
});

test('causes no unhandled rejection, neither later nor from before the call', async () => {
  expect(await failing()).toLeaveNothing(['work']);
  const [b, c] = [new Error('no such page'), new Error('no such server')];
  expect(await rejectedBefore(b, c)).toLeaveNothing(['work']);
  expect(await rejectedBefore(b, b)).toRejectWith(b, 0);
});

test('iterates over the input only once, and during the call', async () => {
  const trace = await observe(({ job, call }) => {
    const pages = readOnce([job('a', 11)(), job('b', 23)()]);
    return call('gather', () => gather(pages));
  });
  expect(trace).toGive(['A', 'B'], 'Some iterables can be read only once, such as generators.');
  expect(await changed()).toGive(['A', 'B']);
});

test('does not change the input', async () => {
  expect(await inputAfterwards()).toGive(
    ['the same promise', 'the same promise'],
    'The list belongs to the caller: put the results into a new one.',
  );
});
