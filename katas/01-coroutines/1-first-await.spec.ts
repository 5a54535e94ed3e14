import { expect, observe, test } from '#lab';
import { answer } from './1-first-await.ts';

const undisturbed = () => observe(({ log, sleep }) => answer(log, sleep));

/** The sleep fails when its 500 ms are over. */
const failing = () =>
  observe(({ log, job }) => {
    const sleep = job<void>('sleep', 500, { fails: true });
    return answer(log, () => sleep());
  });

test('logs calculating before the call gives control back', async () => {
  expect(await undisturbed()).toLogInTheCall('calculating');
});

test('logs done when 500 ms have passed, and not earlier', async () => {
  expect(await undisturbed()).toLog([0, 'calculating'], [500, 'done']);
});

test('gives 42 when it is done', async () => {
  const trace = await undisturbed();
  expect(trace).toTake(500);
  expect(trace).toGive(42);
});

test('passes the failure of the sleep on', async () => {
  expect(await failing()).toFailWith('sleep failed', 500);
});
