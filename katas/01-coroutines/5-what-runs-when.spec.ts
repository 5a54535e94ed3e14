import { expect, observe, test } from '#lab';
import { prediction, program } from './5-what-runs-when.ts';

/** The prediction as it stands before the program runs. (A spread would throw here if it is no list.) */
const predicted = [prediction].flat();

/** The log stays hidden: a failure says how far the prediction is right, but not the answer. */
const run = () => observe(({ log, sleep }) => program(log, sleep), { hidesLog: true });

test('predicts the lines that are logged synchronously, during the call', async () => {
  expect(await run()).toBePredictedBy(predicted, 'in the call');
});

test('predicts the lines that are logged before any time has passed', async () => {
  expect(await run()).toBePredictedBy(predicted, 'at once');
});

test('predicts all lines, to the end of the program', async () => {
  const trace = await run();
  expect(trace).toBePredictedBy(predicted);
  expect(trace).toStart('sleep', 2);
});
