import { expect, observe, test } from '#lab';
import { answer } from './1-first-await.ts';

const undisturbed = () => observe(({ log, sleep }) => answer(log, sleep));

/** The sleep rejects when its 500 ms are over. */
const failing = () =>
  observe(({ log, job }) => {
    const sleep = job<void>('sleep', 500, { fails: true });
    return answer(log, () => sleep());
  });

test("logs 'calculating' synchronously, during the call", async () => {
  expect(await undisturbed()).toLogInTheCall('calculating');
});

test("logs 'done' when 500 ms are over, and not earlier", async () => {
  expect(await undisturbed()).toLog([0, 'calculating'], [500, 'done']);
});

test('fulfils with 42 after 500 ms', async () => {
  const trace = await undisturbed();
  expect(trace).toTake(500);
  expect(trace).toGive(42);
});

test('rejects with the same error when the sleep rejects', async () => {
  expect(await failing()).toFailWith('sleep failed', 500);
});
