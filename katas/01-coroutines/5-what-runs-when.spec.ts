import { expect, observe, test } from '#lab';
import { prediction, program } from './5-what-runs-when.ts';

/** What it logs stays hidden: a failure tells how far the prediction is right, and not the answer. */
const run = () => observe(({ log, sleep }) => program(log, sleep), { hidesLog: true });

test('foresees what is logged before the call gives control back', async () => {
  expect(await run()).toBePredictedBy(prediction, 'in the call');
});

test('foresees what is logged before any time has passed', async () => {
  expect(await run()).toBePredictedBy(prediction, 'at once');
});

test('foresees everything, to the end', async () => {
  expect(await run()).toBePredictedBy(prediction);
});
