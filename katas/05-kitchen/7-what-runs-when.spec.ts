import { expect, observe, test } from '#lab';
import { prediction, program } from './7-what-runs-when.ts';

/** What it logs stays hidden: a failure tells how far the prediction is right, and not the answer. */
const run = () => observe(({ log, sleep, burn }) => program(log, sleep, burn), { hidesLog: true });

test('foresees what is logged before any time has passed', async () => {
  expect(await run()).toBePredictedBy(prediction, 'at once');
});

test('foresees what is logged up to the end of the 100th ms', async () => {
  expect(await run()).toBePredictedBy(prediction, 100);
});

test('foresees everything, to the end', async () => {
  expect(await run()).toBePredictedBy(prediction);
});
