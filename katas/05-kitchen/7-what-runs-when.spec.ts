import { expect, observe, test } from '#lab';
import { prediction, program } from './7-what-runs-when.ts';

/** The log stays hidden: a failure says how far the prediction is right, but not the answer. */
const run = () => observe(({ log, sleep, burn }) => program(log, sleep, burn), { hidesLog: true });

test('predicts the lines that are logged before any time has passed', async () => {
  expect(await run()).toBePredictedBy(prediction, 'at once');
});

test('predicts the lines that are logged up to and including 100 ms', async () => {
  expect(await run()).toBePredictedBy(prediction, 100);
});

test('predicts all lines, to the end of the program', async () => {
  expect(await run()).toBePredictedBy(prediction);
});
