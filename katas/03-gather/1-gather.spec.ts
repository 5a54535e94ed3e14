import { expect, explore, observe, test } from '#lab';
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

/** The input is `given`, and two pages that take 10 and 20 ms. */
const beside = (given: string | PromiseLike<string | undefined> | undefined) =>
  observe(
    ({ job, call }) => {
      const pages = [given, job('a', 10)(), job('b', 20)()];
      return call('gather', () => gather(pages));
    },
    { plan: { a: [0, 10], b: [0, 20], gather: [0, 20] } },
  );

const nothing = () => observe(({ call }) => call('gather', () => gather([])));

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

/** All start at 0 ms and reject. They take no signal, so they may still run at the end. */
const failing = ({ a, b, c } = { a: 35, b: 10, c: 20 }) =>
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

test('fulfils with the results in input order, whichever promise fulfils first', async () => {
  expect(await three()).toGive(['A', 'B', 'C']);
  await explore(['a', 'b', 'c'], async (takes) => {
    expect(await three(takes)).toGive(['A', 'B', 'C']);
  });
});

test('fulfils as soon as the slowest promise has fulfilled', async () => {
  expect(await three()).toTake(35);
});

test('accepts plain values', async () => {
  expect(await beside('soup')).toGive(['soup', 'A', 'B']);
});

test('awaits a thenable that is not a Promise', async () => {
  const thenable: PromiseLike<string> = {
    then: (onValue, onError) => Promise.resolve('soup').then(onValue, onError),
  };
  expect(await beside(thenable)).toGive(['soup', 'A', 'B']);
});

test('accepts undefined as a result', async () => {
  expect(await beside(Promise.resolve(undefined))).toGive([undefined, 'A', 'B']);
});

test('fulfils immediately with an empty list when the input is empty', async () => {
  const trace = await nothing();
  expect(trace).toGive([]);
  expect(trace).toTake(0);
});

test('iterates over the input only once', async () => {
  const trace = await observe(({ job, call }) => {
    const pages = readOnce([job('a', 10)(), job('b', 20)()]);
    return call('gather', () => gather(pages));
  });
  expect(trace).toGive(['A', 'B'], 'Some iterables can be read only once, such as generators.');
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
