import { again, eachReason, expect, observe, test } from '#lab';
import { answer } from './1-first-await.ts';

const undisturbed = () => observe(({ log, sleep }) => answer(log, sleep));

/** Every call of `sleep` is logged, and so is the answer when it has come. */
const logged = () =>
  observe(async ({ log, sleep }) => {
    const machine = (ms: number) => {
      log(`sleep(${ms})`);
      return sleep(ms);
    };
    log(`answered ${await answer(log, machine)}`);
  });

/** Timers may be late: this sleep fulfils after 503 ms. */
const late = () =>
  observe(({ log, job }) => {
    const sleep = job<void>('sleep', 503, { gives: undefined });
    return answer(log, () => sleep());
  });

/** A second call comes while the first one sleeps, at 217 ms. */
const two = () =>
  observe(async ({ log, sleep }) => {
    const first = answer((line) => log(`first: ${line}`), sleep);
    await sleep(217);
    return Promise.all([first, answer((line) => log(`second: ${line}`), sleep)]);
  });

/** Two calls with the same `log` and the same `sleep`, at 0 and at 131 ms. */
const alike = () =>
  observe(async ({ log, sleep }) => {
    const first = answer(log, sleep);
    await sleep(131);
    return Promise.all([first, answer(log, sleep)]);
  });

/** The sleep rejects after 217 ms. */
const failing = (how: { fails: true } | { failsWith: unknown }) =>
  observe(({ log, job }) => {
    const sleep = job<void>('sleep', 217, how);
    return answer(log, () => sleep());
  });

/** The sleep has rejected already when the call of `sleep` returns. */
const failedBefore = (reason: Error) =>
  observe(({ log }) => answer(log, () => Promise.reject(reason)));

test("logs 'calculating' synchronously, during the call", async () => {
  await again(undisturbed, (trace) => expect(trace).toLogInTheCall('calculating'));
});

test("then calls 'sleep(500)', once", async () => {
  await again(logged, (trace) => {
    expect(trace).toStart('sleep', 1);
    expect(trace).toLogInTheCall('calculating', 'sleep(500)');
  });
});

test("logs 'done' when the sleep has fulfilled, and not earlier", async () => {
  expect(await undisturbed()).toLog([0, 'calculating'], [500, 'done']);
  expect(await late()).toLog([0, 'calculating'], [503, 'done']);
});

test('then fulfils with 42', async () => {
  const trace = await undisturbed();
  expect(trace).toTake(500);
  expect(trace).toGive(42);
  expect(await logged()).toLogInOrder(['calculating', 'sleep(500)', 'done', 'answered 42']);
});

test("rejects with the same reason when the sleep rejects, and does not log 'done'", async () => {
  const trace = await failing({ fails: true });
  expect(trace).toFailWith('sleep failed', 217);
  expect(trace).toLog([0, 'calculating']);
  const broken = new Error('broken');
  expect(await failedBefore(broken)).toRejectWith(broken, 0);
  await eachReason(['sleep'], async (reasons) => {
    const any = await failing({ failsWith: reasons.sleep });
    expect(any).toRejectWith(reasons.sleep, 217);
    expect(any).toLog([0, 'calculating']);
  });
});

test('does all of this for each call, also for a call during another one', async () => {
  const trace = await two();
  expect(trace).toGive([42, 42]);
  expect(trace).toLog(
    [0, 'first: calculating'],
    [217, 'second: calculating'],
    [500, 'first: done'],
    [717, 'second: done'],
  );
  expect(await alike()).toLog(
    [0, 'calculating'],
    [131, 'calculating'],
    [500, 'done'],
    [631, 'done'],
  );
});
