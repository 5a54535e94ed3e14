import { expect, observe, test } from '#lab';
import { answer } from './1-first-await.ts';

const patient = () => observe(({ log, sleep }) => answer(log, sleep));

/** The sleep fails when its 500 ms are over. */
const disturbed = () =>
  observe(({ log, job }) => answer(log, () => job<void>('sleep', 500, { fails: true })()));

test('logs calculating before the call gives control back', async () => {
  expect(await patient()).toLogInTheCall('calculating');
});

test('logs done when 500 ms have passed, and not earlier', async () => {
  expect(await patient()).toLog([0, 'calculating'], [500, 'done']);
});

test('gives 42 when it is done', async () => {
  const trace = await patient();
  expect(trace).toTake(500);
  expect(trace).toGive(42);
});

test('passes the failure of the sleep on', async () => {
  expect(await disturbed()).toFailWith('sleep failed', 500);
});
