import { expect, explore, observe, test } from '#lab';
import { asCompleted } from './1-as-completed.ts';

/** a takes 35 ms, b 12 and c 22: they arrive in the order b, c, a. */
const three = () =>
  observe(async ({ job, log }) => {
    const promises = [job('a', 35)(), job('b', 12)(), job('c', 22)()];
    for await (const value of asCompleted(promises)) log(value);
  });

/** a takes 10 ms; b fails at 20, and c at 30, when nobody reads any more. */
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

/** As failing, and the reader breaks off when he has a. */
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

/** a, b and c take 10, 20 and 30 ms; from 10 to 50 ms the reader is busy with a. */
const busy = (cFails: boolean) =>
  observe(async ({ job, log, sleep }) => {
    const promises = [job('a', 10)(), job('b', 20)(), job('c', 30, { fails: cFails })()];
    for await (const value of asCompleted(promises)) {
      log(value);
      if (value === 'A') await sleep(40);
    }
  });

test('gives each value when it arrives', async () => {
  expect(await three()).toArrive([12, 'B'], [22, 'C'], [35, 'A']);
});

test('gives each value once, in whatever order they arrive', async () => {
  await explore(['a', 'b', 'c', 'd'], async (takes, order) => {
    const trace = await observe(async ({ job, log }) => {
      const promises = (['a', 'b', 'c', 'd'] as const).map((name) => job(name, takes[name])());
      for await (const value of asCompleted(promises)) log(value);
    });
    expect(trace).toArrive(...order.map((name) => [takes[name], name.toUpperCase()] as const));
    expect(trace).toTake(40);
  });
});

test('throws a failure when its turn comes', async () => {
  const trace = await failing();
  expect(trace).toArrive([10, 'A']);
  expect(trace).toFailWith('b failed', 20);
});

test('gives what is there already in the order of the promises', async () => {
  const trace = await observe(async ({ job, log }) => {
    const promises = [job('a', 10)(), Promise.resolve('b'), Promise.resolve('c')];
    for await (const value of asCompleted(promises)) log(value);
  });
  expect(trace).toArrive([0, 'b'], [0, 'c'], [10, 'A']);
});

test('keeps what arrives while the reader is busy', async () => {
  const trace = await busy(false);
  expect(trace).toArrive([10, 'A'], [50, 'B'], [50, 'C']);
});

test('keeps a failure too, behind the values that came before it', async () => {
  const trace = await busy(true);
  expect(trace).toArrive([10, 'A'], [50, 'B']);
  expect(trace).toFailWith('c failed', 50);
});

test('leaves no failure unhandled when the reader breaks off', async () => {
  const trace = await breaking();
  expect(trace).toTake(10);
  expect(trace).toLeaveNothing(['work']);
});

test('reads the promises once, from whatever iterable', async () => {
  const trace = await observe(async ({ job, log }) => {
    const promises = [job('a', 20)(), job('b', 10)()];
    for await (const value of asCompleted(promises.values())) log(value);
  });
  expect(trace).toArrive([10, 'B'], [20, 'A']);
});

test('ends at once without promises', async () => {
  const trace = await observe(async ({ log }) => {
    for await (const value of asCompleted<string>([])) log(value);
  });
  expect(trace).toArrive();
  expect(trace).toTake(0);
});
