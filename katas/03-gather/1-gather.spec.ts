import { expect, explore, observe, test } from '#lab';
import { gather } from './1-gather.ts';

/** All start at 0 ms. The first takes 35 ms, the second 10 and the last 20. */
const three = ({ a, b, c } = { a: 35, b: 10, c: 20 }) =>
  observe(
    ({ job, call }) => {
      const pages = [job('a', a)(), job('b', b)(), job('c', c)()];
      return call('gather', () => gather(pages));
    },
    { plan: { a: [0, a], b: [0, b], c: [0, c], gather: [0, Math.max(a, b, c)] } },
  );

/** What is given, and two pages that take 10 and 20 ms. */
const beside = (given: string | PromiseLike<string | undefined> | undefined) =>
  observe(
    ({ job, call }) => {
      const pages = [given, job('a', 10)(), job('b', 20)()];
      return call('gather', () => gather(pages));
    },
    { plan: { a: [0, 10], b: [0, 20], gather: [0, 20] } },
  );

const nothing = () => observe(({ call }) => call('gather', () => gather([])));

/** As a generator is: what was read from it is gone. This one says so. */
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

/** All start at 0 ms and fail; nobody can stop them. */
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

test('gives the results in the order given, whichever comes first', async () => {
  expect(await three()).toGive(['A', 'B', 'C']);
  await explore(['a', 'b', 'c'], async (takes) => {
    expect(await three(takes)).toGive(['A', 'B', 'C']);
  });
});

test('gives them when the slowest has come', async () => {
  expect(await three()).toTake(35);
});

test('takes a plain value for its own result', async () => {
  expect(await beside('soup')).toGive(['soup', 'A', 'B']);
});

test('awaits whatever has a then', async () => {
  const thenable: PromiseLike<string> = {
    then: (onValue, onError) => Promise.resolve('soup').then(onValue, onError),
  };
  expect(await beside(thenable)).toGive(['soup', 'A', 'B']);
});

test('counts undefined as a result', async () => {
  expect(await beside(Promise.resolve(undefined))).toGive([undefined, 'A', 'B']);
});

test('gives an empty list at once when there is nothing to wait for', async () => {
  const trace = await nothing();
  expect(trace).toGive([]);
  expect(trace).toTake(0);
});

test('reads the awaitables once', async () => {
  const trace = await observe(({ job, call }) => {
    const pages = readOnce([job('a', 10)(), job('b', 20)()]);
    return call('gather', () => gather(pages));
  });
  expect(trace).toGive(['A', 'B']);
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
