import { expect, explore, observe, test } from '#lab';
import { asCompleted } from './1-as-completed.ts';

/** 'a' takes 35 ms, 'b' 12 ms and 'c' 22 ms: they arrive in the order b, c, a. */
const three = () =>
  observe(async ({ job, log }) => {
    const promises = [job('a', 35)(), job('b', 12)(), job('c', 22)()];
    for await (const value of asCompleted(promises)) log(value);
  });

/** 'a' fulfils at 10 ms. 'b' rejects at 20 ms, which ends the reading; 'c' rejects at 30 ms. */
const failing = () =>
  observe(
    async ({ job, log }) => {
      const promises = [
        job('a', 10)(),
        job('b', 20, { fails: true })(),
        job('c', 30, { fails: true })(),
      ];
      for await (const value of asCompleted(promises)) log(value);
    },
    { mayLeave: ['work'] },
  );

/** The same, but the reader stops when it has the value of 'a'. */
const breaking = () =>
  observe(
    async ({ job, log }) => {
      const promises = [
        job('a', 10)(),
        job('b', 20, { fails: true })(),
        job('c', 30, { fails: true })(),
      ];
      for await (const value of asCompleted(promises)) {
        log(value);
        break;
      }
    },
    { mayLeave: ['work'] },
  );

/** 'a', 'b' and 'c' take 10, 20 and 30 ms. From 10 to 50 ms the reader is busy with 'a'. */
const busy = (cFails: boolean) =>
  observe(async ({ job, log, sleep }) => {
    const promises = [job('a', 10)(), job('b', 20)(), job('c', 30, { fails: cFails })()];
    for await (const value of asCompleted(promises)) {
      log(value);
      if (value === 'A') await sleep(40);
    }
  });

test('yields each value as soon as its promise fulfils', async () => {
  expect(await three()).toArrive([12, 'B'], [22, 'C'], [35, 'A']);
});

test('yields each value once, in whatever order the promises fulfil', async () => {
  await explore(['a', 'b', 'c', 'd'], async (takes, order) => {
    const trace = await observe(async ({ job, log }) => {
      const promises = (['a', 'b', 'c', 'd'] as const).map((name) => job(name, takes[name])());
      for await (const value of asCompleted(promises)) log(value);
    });
    expect(trace).toArrive(...order.map((name) => [takes[name], name.toUpperCase()] as const));
    expect(trace).toTake(40);
  });
});

test('throws the same error as soon as a promise rejects', async () => {
  const trace = await failing();
  expect(trace).toArrive([10, 'A']);
  expect(trace).toFailWith('b failed', 20);
});

test('yields the values of already fulfilled promises in input order', async () => {
  const trace = await observe(async ({ job, log }) => {
    const promises = [job('a', 10)(), Promise.resolve('b'), Promise.resolve('c')];
    for await (const value of asCompleted(promises)) log(value);
  });
  expect(trace).toArrive([0, 'b'], [0, 'c'], [10, 'A']);
});

test('keeps values that arrive while the reader is busy', async () => {
  const trace = await busy(false);
  expect(trace).toArrive([10, 'A'], [50, 'B'], [50, 'C']);
});

test('keeps a value and a later rejection while the reader is busy', async () => {
  const trace = await busy(true);
  expect(trace).toArrive([10, 'A'], [50, 'B']);
  expect(trace).toFailWith('c failed', 50);
});

test('causes no unhandled rejection when the reader stops early', async () => {
  const trace = await breaking();
  expect(trace).toTake(10);
  expect(trace).toLeaveNothing(['work']);
});

test('iterates over the input only once', async () => {
  const trace = await observe(async ({ job, log }) => {
    const promises = [job('a', 20)(), job('b', 10)()];
    for await (const value of asCompleted(promises.values())) log(value);
  });
  expect(trace).toArrive(
    [10, 'B'],
    [20, 'A'],
    'Did your code read the input twice? An iterator is empty after the first time: copy it into an array.',
  );
});

test('ends immediately when the input is empty', async () => {
  const trace = await observe(async ({ log }) => {
    for await (const value of asCompleted<string>([])) log(value);
  });
  expect(trace).toArrive();
  expect(trace).toTake(0);
});
