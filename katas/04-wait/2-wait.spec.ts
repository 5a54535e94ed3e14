import { eachReason, eachValue, expect, explore, observe, test } from '#lab';
import { wait } from './2-wait.ts';

type Options = Parameters<typeof wait>[1];
type Result = Awaited<ReturnType<typeof wait<unknown>>>;
type Names = ReadonlyMap<Promise<unknown>, string>;

/** The names of the promises in both sets, sorted: the order inside a set does not matter. */
const named = ({ done, pending }: Result, names: Names) => {
  const nameOf = (promise: Promise<unknown>) => names.get(promise) ?? 'a promise not passed in';
  return { done: [...done].map(nameOf).sort(), pending: [...pending].map(nameOf).sort() };
};

const TIMEOUT =
  'The timeout was over before all had settled. It is no error, and only ends the waiting.';

const MODES = ['ALL_COMPLETED', 'FIRST_COMPLETED', 'FIRST_EXCEPTION'] as const;

const takes = { a: 31, b: 13, c: 19 };
const fails = { fails: true };

/** Waits for 'a', 'b' and 'c': 31, 13 and 19 ms by default. `how` says how they end: they fulfil by default. */
const waiting = (
  options?: Options,
  how: Partial<
    Record<'a' | 'b' | 'c', { fails?: boolean; gives?: unknown; failsWith?: unknown }>
  > = {},
  times = takes,
) =>
  observe(
    async ({ job, call }) => {
      const names = new Map<Promise<unknown>, string>(
        (['a', 'b', 'c'] as const).map((name) => [job(name, times[name], how[name])(), name]),
      );
      return named(await call('wait', () => wait([...names.keys()], options)), names);
    },
    { mayLeave: ['work'] },
  );

/** 'fulfilled' and 'rejected' have settled before the call, and 'late' takes 17 ms. */
const settledBefore = (options: Options) =>
  observe(
    async ({ job, call }) => {
      const names = new Map<Promise<unknown>, string>([
        [job('late', 17)(), 'late'],
        [Promise.resolve('pending'), 'fulfilled'],
        [Promise.reject(undefined), 'rejected'],
      ]);
      return named(await call('wait', () => wait([...names.keys()], options)), names);
    },
    { mayLeave: ['work'] },
  );

/** Two calls at the same time: one waits for 'a', which takes 11 ms, the other one for 'b', which takes 31 ms. */
const twoCalls = (one: Options, other: Options) =>
  observe(
    async ({ job }) => {
      const names = new Map([
        [job('a', 11)(), 'a'],
        [job('b', 31)(), 'b'],
      ]);
      const [a, b] = [...names.keys()] as [Promise<string>, Promise<string>];
      const results = await Promise.all([wait([a], one), wait([b], other)]);
      return results.map((result) => named(result, names));
    },
    { mayLeave: ['work'] },
  );

test('fulfils with sets of the same promises that were passed in', async () => {
  const trace = await waiting({ timeout: 23 });
  expect(trace).toSplit(['b', 'c'], ['a'], TIMEOUT);

  const kinds = await observe(async ({ job }) => {
    const { done, pending } = await wait([job('a', 11)()]);
    return [done.constructor.name, pending.constructor.name];
  });
  expect(kinds).toGive(['Set', 'Set'], 'Both done and pending are sets, not lists.');
});

test('fulfils with sets that do not change later', async () => {
  const trace = await observe(async ({ job, call, sleep }) => {
    const names = new Map([
      [job('a', 30)(), 'a'],
      [job('b', 10)(), 'b'],
    ]);
    const options = { returnWhen: 'FIRST_COMPLETED' } as const;
    const result = await call('wait', () => wait([...names.keys()], options));
    await sleep(40);
    return named(result, names);
  });
  expect(trace).toSplit(['b'], ['a']);
});

test('waits by default until all promises have settled', async () => {
  const trace = await waiting();
  expect(trace).toSplit(['a', 'b', 'c'], []);
  expect(trace).toTake(31);

  // It fulfils in an immediate, so after all timers of that ms.
  const afterTheTimers = await observe(async ({ job }) => {
    const names = new Map([[job('a', 17)().then(() => new Promise(setImmediate)), 'a']]);
    return named(await wait([...names.keys()]), names);
  });
  expect(afterTheTimers).toTake(17);
});

test('waits with FIRST_COMPLETED until one promise has settled', async () => {
  const trace = await waiting({ returnWhen: 'FIRST_COMPLETED' });
  expect(trace).toSplit(['b'], ['a', 'c']);
  expect(trace).toTake(13);
});

test('counts a rejected promise as settled with FIRST_COMPLETED', async () => {
  const trace = await waiting({ returnWhen: 'FIRST_COMPLETED' }, { b: fails });
  expect(trace).toSplit(['b'], ['a', 'c']);
  expect(trace).toTake(13);
});

test('waits with FIRST_EXCEPTION until one promise has rejected', async () => {
  const trace = await waiting({ returnWhen: 'FIRST_EXCEPTION' }, { c: fails });
  expect(trace).toSplit(['b', 'c'], ['a']);
  expect(trace).toTake(19);
});

test('waits with FIRST_EXCEPTION until all have settled when none rejects', async () => {
  const trace = await waiting({ returnWhen: 'FIRST_EXCEPTION' });
  expect(trace).toSplit(
    ['a', 'b', 'c'],
    [],
    'No promise rejects here. What ends the waiting when the last one has settled?',
  );
  expect(trace).toTake(31);
});

test('sorts the promises correctly, in whatever order they settle', async () => {
  await explore(['a', 'b', 'c'], async (times, order) => {
    const first = await waiting({ returnWhen: 'FIRST_COMPLETED' }, { b: fails }, times);
    expect(first).toSplit(order.slice(0, 1), order.slice(1).toSorted());

    const failed = order.indexOf('b') + 1;
    const exception = await waiting({ returnWhen: 'FIRST_EXCEPTION' }, { b: fails }, times);
    expect(exception).toSplit(order.slice(0, failed).toSorted(), order.slice(failed).toSorted());
  });
});

test('puts every promise that has settled into done', async () => {
  const trace = await observe(
    async ({ job, sleep, call }) => {
      const names = new Map([
        [job('a', 11)(), 'a'],
        [job('b', 61)(), 'b'],
        [job('c', 17)(), 'c'],
      ]);
      await sleep(23);
      const options = { returnWhen: 'FIRST_COMPLETED' } as const;
      return named(await call('wait', () => wait([...names.keys()], options)), names);
    },
    { mayLeave: ['work'] },
  );
  expect(trace).toSplit(['a', 'c'], ['b']);
  expect(trace).toTake(23);
});

test('does not look at the values: an Error as a value is no rejection', async () => {
  await eachValue(['a', 'b', 'c'], async ({ a, b, c }) => {
    const gives = { a: { gives: a }, b: { gives: b }, c: { gives: c } };
    const trace = await waiting({ returnWhen: 'FIRST_EXCEPTION' }, gives);
    expect(trace).toSplit(['a', 'b', 'c'], []);
    expect(trace).toTake(31);
  });
});

test('fulfils, and causes no unhandled rejection, when promises reject', async () => {
  const all = await waiting({}, { a: fails, b: fails });
  expect(all).toSplit(['a', 'b', 'c'], []);
  expect(all).toTake(31);
  expect(all).toLeaveNothing();

  const first = await waiting({ returnWhen: 'FIRST_COMPLETED' }, { a: fails, b: fails });
  expect(first).toLeaveNothing(['work']);

  await eachReason(['b'], async ({ b }) => {
    const exception = await waiting({ returnWhen: 'FIRST_EXCEPTION' }, { b: { failsWith: b } });
    expect(exception).toSplit(['b'], ['a', 'c']);
    expect(exception).toTake(13);
  });
});

test('handles promises that had rejected before the call', async () => {
  for (const returnWhen of ['FIRST_COMPLETED', 'FIRST_EXCEPTION'] as const) {
    const trace = await settledBefore({ returnWhen });
    expect(trace).toSplit(['fulfilled', 'rejected'], ['late']);
    expect(trace).toTake(0);
  }
  expect(await settledBefore({})).toSplit(['fulfilled', 'late', 'rejected'], []);
});

test('fulfils with the sets as they are when the timeout is over, in every mode', async () => {
  const all = await waiting({ timeout: 17 });
  expect(all).toSplit(['b'], ['a', 'c'], TIMEOUT);
  expect(all).toTake(17);

  const first = await waiting({ timeout: 7, returnWhen: 'FIRST_COMPLETED' });
  expect(first).toSplit(
    [],
    ['a', 'b', 'c'],
    'The timeout was over before one had settled. It ends the waiting in every mode.',
  );
  expect(first).toTake(7);

  const exception = await waiting({ timeout: 17, returnWhen: 'FIRST_EXCEPTION' }, { c: fails });
  expect(exception).toSplit(
    ['b'],
    ['a', 'c'],
    'The timeout was over before one had rejected. It ends the waiting in every mode.',
  );
  expect(exception).toTake(17);

  const never = await observe(async () => {
    const names = new Map([[new Promise(() => {}), 'never']]);
    return named(await wait([...names.keys()], { timeout: 17 }), names);
  });
  expect(never).toSplit([], ['never']);
});

test('waits for no work with a timeout of 0 ms', async () => {
  for (const returnWhen of MODES) {
    expect(await waiting({ returnWhen, timeout: 0 }, { a: fails })).toSplit(
      [],
      ['a', 'b', 'c'],
      'A timeout of 0 ms is a timeout. Does your code treat 0 like a missing one? An if (timeout) does.',
    );
  }
  expect(await settledBefore({ timeout: 0 })).toSplit(['fulfilled', 'rejected'], ['late']);
});

test('leaves no timer when the promises settle before the timeout', async () => {
  const all = await waiting({ timeout: 53 });
  expect(all).toTake(31);
  expect(all).toLeaveNothing();

  const first = await waiting({ returnWhen: 'FIRST_COMPLETED', timeout: 53 });
  expect(first).toTake(13);
  expect(first).toLeaveNothing(['work']);

  const exception = await waiting({ returnWhen: 'FIRST_EXCEPTION', timeout: 53 }, { c: fails });
  expect(exception).toTake(19);
  expect(exception).toLeaveNothing(['work']);

  // More than one has settled when it fulfils.
  for (const returnWhen of ['FIRST_COMPLETED', 'FIRST_EXCEPTION'] as const)
    expect(await settledBefore({ returnWhen, timeout: 53 })).toLeaveNothing(['work']);

  const two = await twoCalls({ timeout: 53 }, { timeout: 17 });
  expect(two).toGive(
    [
      { done: ['a'], pending: [] },
      { done: [], pending: ['b'] },
    ],
    'Each call has a timeout of its own: the end of one call must not clear the timer of another.',
  );
  expect(two).toTake(17);
  expect(two).toLeaveNothing(['work']);
});

test('takes an option that is undefined as not given', async () => {
  // A caller without strict types passes it.
  const undefinedOptions = { returnWhen: undefined, timeout: undefined } as unknown as Options;
  const trace = await waiting(undefinedOptions, { b: fails });
  expect(trace).toSplit(['a', 'b', 'c'], []);
  expect(trace).toTake(31);
});

test('counts a promise once that is in the input twice', async () => {
  const trace = await observe(async ({ job }) => {
    const [a, b] = [job('a', 17)(), job('b', 11)()];
    const names = new Map([
      [a, 'a'],
      [b, 'b'],
    ]);
    return named(await wait([a, b, b]), names);
  });
  expect(trace).toSplit(['a', 'b'], []);
  expect(trace).toTake(17);
});

test('iterates over the input only once, during the call, and does not change it', async () => {
  const iterator = await observe(async ({ job }) => {
    const names = new Map([
      [job('a', 17)(), 'a'],
      [job('b', 11)(), 'b'],
    ]);
    return named(await wait(names.keys()), names);
  });
  expect(iterator).toSplit(
    ['a', 'b'],
    [],
    'Did your code read the input twice? An iterator is empty after the first time: copy it into an array.',
  );

  const changed = await observe(
    async ({ job }) => {
      const names = new Map([
        [job('a', 17)(), 'a'],
        [job('b', 11)(), 'b'],
      ]);
      const list = [...names.keys()];
      const result = wait(list, { returnWhen: 'FIRST_COMPLETED' });
      list.length = 0;
      return named(await result, names);
    },
    { mayLeave: ['work'] },
  );
  expect(changed).toSplit(['b'], ['a']);

  const aSet = await observe(async ({ job }) => {
    const names = new Map([[job('a', 11)(), 'a']]);
    const promises = new Set(names.keys());
    await wait(promises);
    return { 'input afterwards': [...promises].map((promise) => names.get(promise)) };
  });
  expect(aSet).toGive(
    { 'input afterwards': ['a'] },
    'The set belongs to the caller: work on a copy.',
  );
});

const EMPTY: Record<string, () => Iterable<Promise<never>>> = {
  '': () => [],
  ' The input is an empty Set here.': () => new Set(),
  ' The input is a generator here, and it yields nothing.': function* () {},
};

test('rejects with a TypeError when the input is empty', async () => {
  for (const returnWhen of MODES) {
    for (const [which, empty] of Object.entries(EMPTY)) {
      const trace = await observe(async () => {
        let how = 'thrown during the call';
        try {
          const result = wait(empty(), { returnWhen, timeout: 17 });
          how = 'rejected with';
          return await result;
        } catch (error) {
          if (error instanceof TypeError) return `${how}: a TypeError`;
          throw error;
        }
      });
      expect(trace).toGive(
        'rejected with: a TypeError',
        `With no promise, none can settle: reject with a TypeError.${which}`,
      );
    }
  }
});
