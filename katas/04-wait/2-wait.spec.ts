import { expect, explore, observe, test } from '#lab';
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

const takes = { a: 30, b: 12, c: 20 };

/** Waits for 'a', 'b' and 'c': 30, 12 and 20 ms by default. `fails` names those that reject. */
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

test('fulfils with sets of the same promises that were passed in', async () => {
  const trace = await waiting({ timeout: 25 });
  expect(trace).toSplit(['b', 'c'], ['a'], TIMEOUT);
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
  expect(trace).toTake(30);
});

test('waits with FIRST_COMPLETED until one promise has settled', async () => {
  const trace = await waiting({ returnWhen: 'FIRST_COMPLETED' });
  expect(trace).toSplit(['b'], ['a', 'c']);
  expect(trace).toTake(12);
});

test('counts a rejected promise as settled with FIRST_COMPLETED', async () => {
  const trace = await waiting({ returnWhen: 'FIRST_COMPLETED' }, 'b');
  expect(trace).toSplit(['b'], ['a', 'c']);
  expect(trace).toTake(12);
});

test('waits with FIRST_EXCEPTION until one promise has rejected', async () => {
  const trace = await waiting({ returnWhen: 'FIRST_EXCEPTION' }, 'c');
  expect(trace).toSplit(['b', 'c'], ['a']);
  expect(trace).toTake(20);
});

test('waits with FIRST_EXCEPTION until all have settled when none rejects', async () => {
  const trace = await waiting({ returnWhen: 'FIRST_EXCEPTION' });
  expect(trace).toSplit(
    ['a', 'b', 'c'],
    [],
    'No promise rejects here. What ends the waiting when the last one has settled?',
  );
  expect(trace).toTake(30);
});

test('sorts the promises correctly, in whatever order they settle', async () => {
  await explore(['a', 'b', 'c'], async (times, order) => {
    const first = await waiting({ returnWhen: 'FIRST_COMPLETED' }, 'b', times);
    expect(first).toSplit(order.slice(0, 1), order.slice(1).toSorted());

    const failed = order.indexOf('b') + 1;
    const exception = await waiting({ returnWhen: 'FIRST_EXCEPTION' }, 'b', times);
    expect(exception).toSplit(order.slice(0, failed).toSorted(), order.slice(failed).toSorted());
  });
});

test('puts every promise that has settled into done', async () => {
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

test('fulfils, and causes no unhandled rejection, when promises reject', async () => {
  const all = await waiting({}, 'a b');
  expect(all).toSplit(['a', 'b', 'c'], []);
  expect(all).toTake(30);
  expect(all).toLeaveNothing();

  const first = await waiting({ returnWhen: 'FIRST_COMPLETED' }, 'a b');
  expect(first).toLeaveNothing(['work']);
});

test('fulfils with the sets as they are when the timeout is over', async () => {
  const trace = await waiting({ timeout: 15 });
  expect(trace).toSplit(['b'], ['a', 'c'], TIMEOUT);
  expect(trace).toTake(15);
});

test('waits for no work with a timeout of 0 ms', async () => {
  const trace = await waiting({ timeout: 0 });
  expect(trace).toSplit(
    [],
    ['a', 'b', 'c'],
    'A timeout of 0 ms is a timeout. Does your code treat 0 like a missing one? An if (timeout) does.',
  );
});

test('leaves no timer when the promises settle before the timeout', async () => {
  const all = await waiting({ timeout: 50 });
  expect(all).toTake(30);
  expect(all).toLeaveNothing();

  const first = await waiting({ returnWhen: 'FIRST_COMPLETED', timeout: 50 });
  expect(first).toTake(12);
  expect(first).toLeaveNothing(['work']);
});

test('iterates over the input only once', async () => {
  const trace = await observe(async ({ job }) => {
    const names = new Map([
      [job('a', 20)(), 'a'],
      [job('b', 10)(), 'b'],
    ]);
    return named(await wait(names.keys()), names);
  });
  expect(trace).toSplit(
    ['a', 'b'],
    [],
    'Did your code read the input twice? An iterator is empty after the first time: copy it into an array.',
  );
});

test('rejects with a TypeError when the input is empty', async () => {
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
