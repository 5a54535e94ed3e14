import { expect, explore, observe, test } from '#lab';
import { wait } from './2-wait.ts';

type Options = Parameters<typeof wait>[1];
type Result = Awaited<ReturnType<typeof wait<unknown>>>;
type Names = ReadonlyMap<Promise<unknown>, string>;

/** The names of the promises in the sets; in order, because a set's own does not matter here. */
const named = ({ done, pending }: Result, names: Names) => {
  const nameOf = (promise: Promise<unknown>) => names.get(promise) ?? 'a promise not passed in';
  return { done: [...done].map(nameOf).sort(), pending: [...pending].map(nameOf).sort() };
};

const takes = { a: 30, b: 12, c: 20 };

/** Waits for a, b and c, which take 30, 12 and 20 ms, or as told. `fails` names those that fail. */
const waiting = (options?: Options, fails = '', times = takes) =>
  observe(
    async ({ job, call }) => {
      const names = new Map(
        (['a', 'b', 'c'] as const).map((name) => [
          job(name, times[name], { fails: fails.includes(name) })(),
          name,
        ]),
      );
      return named(await call('wait', () => wait([...names.keys()], options)), names);
    },
    { mayLeave: ['work'] },
  );

test('gives the very promises that were passed in', async () => {
  const trace = await waiting({ timeout: 25 });
  expect(trace).toSplit(['b', 'c'], ['a']);
});

test('gives sets that do not change any more', async () => {
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

test('waits until all have settled, unless told otherwise', async () => {
  const trace = await waiting();
  expect(trace).toSplit(['a', 'b', 'c'], []);
  expect(trace).toTake(30);
});

test('waits until one has settled with FIRST_COMPLETED', async () => {
  const trace = await waiting({ returnWhen: 'FIRST_COMPLETED' });
  expect(trace).toSplit(['b'], ['a', 'c']);
  expect(trace).toTake(12);
});

test('takes a failure for settled too with FIRST_COMPLETED', async () => {
  const trace = await waiting({ returnWhen: 'FIRST_COMPLETED' }, 'b');
  expect(trace).toSplit(['b'], ['a', 'c']);
  expect(trace).toTake(12);
});

test('waits until one is rejected with FIRST_EXCEPTION', async () => {
  const trace = await waiting({ returnWhen: 'FIRST_EXCEPTION' }, 'c');
  expect(trace).toSplit(['b', 'c'], ['a']);
  expect(trace).toTake(20);
});

test('waits until all have settled with FIRST_EXCEPTION when none is rejected', async () => {
  const trace = await waiting({ returnWhen: 'FIRST_EXCEPTION' });
  expect(trace).toSplit(['a', 'b', 'c'], []);
  expect(trace).toTake(30);
});

test('sorts them in whatever order they settle', async () => {
  await explore(['a', 'b', 'c'], async (times, order) => {
    const first = await waiting({ returnWhen: 'FIRST_COMPLETED' }, 'b', times);
    expect(first).toSplit(order.slice(0, 1), order.slice(1).toSorted());

    const failed = order.indexOf('b') + 1;
    const exception = await waiting({ returnWhen: 'FIRST_EXCEPTION' }, 'b', times);
    expect(exception).toSplit(order.slice(0, failed).toSorted(), order.slice(failed).toSorted());
  });
});

test('has in done all that have settled by then', async () => {
  const trace = await observe(
    async ({ job, sleep, call }) => {
      const names = new Map([
        [job('a', 10)(), 'a'],
        [job('b', 60)(), 'b'],
        [job('c', 20)(), 'c'],
      ]);
      await sleep(25);
      const options = { returnWhen: 'FIRST_COMPLETED' } as const;
      return named(await call('wait', () => wait([...names.keys()], options)), names);
    },
    { mayLeave: ['work'] },
  );
  expect(trace).toSplit(['a', 'c'], ['b']);
  expect(trace).toTake(25);
});

test('throws no failure, and leaves none unhandled', async () => {
  const all = await waiting({}, 'a b');
  expect(all).toSplit(['a', 'b', 'c'], []);
  expect(all).toTake(30);
  expect(all).toLeaveNothing();

  const first = await waiting({ returnWhen: 'FIRST_COMPLETED' }, 'a b');
  expect(first).toLeaveNothing(['work']);
});

test('gives what is known when the time is up', async () => {
  const trace = await waiting({ timeout: 15 });
  expect(trace).toSplit(['b'], ['a', 'c']);
  expect(trace).toTake(15);
});

test('does not wait for work with a timeout of 0 ms', async () => {
  const trace = await waiting({ timeout: 0 });
  expect(trace).toSplit([], ['a', 'b', 'c']);
});

test('leaves no timer when the promises were first', async () => {
  const all = await waiting({ timeout: 50 });
  expect(all).toTake(30);
  expect(all).toLeaveNothing();

  const first = await waiting({ returnWhen: 'FIRST_COMPLETED', timeout: 50 });
  expect(first).toTake(12);
  expect(first).toLeaveNothing(['work']);
});

test('reads the promises once, from whatever iterable', async () => {
  const trace = await observe(async ({ job }) => {
    const names = new Map([
      [job('a', 20)(), 'a'],
      [job('b', 10)(), 'b'],
    ]);
    return named(await wait(names.keys()), names);
  });
  expect(trace).toSplit(['a', 'b'], []);
});

test('is rejected with a TypeError when there is nothing to wait for', async () => {
  for (const returnWhen of ['ALL_COMPLETED', 'FIRST_COMPLETED', 'FIRST_EXCEPTION'] as const) {
    const trace = await observe(async () => {
      try {
        return await wait([], { returnWhen });
      } catch (error) {
        if (error instanceof TypeError) return 'a TypeError';
        throw error;
      }
    });
    expect(trace).toGive('a TypeError');
  }
});
