import { expect, observe, test } from '#lab';
import { prediction, program } from './7-what-runs-when.ts';

/** The prediction as it stands before the program runs. (A spread would throw here if it is no list.) */
const predicted = [prediction].flat();

const THE_PROGRAM = 'Is the program still the one that is to be read?';

/** The log stays hidden: a failure says how far the prediction is right, but not the answer. */
const run = () => observe(({ log, sleep, burn }) => program(log, sleep, burn), { hidesLog: true });

test('predicts the lines that are logged before any time has passed', async () => {
  expect(await run()).toBePredictedBy(predicted, 'at once');
});

test('predicts the lines that are logged up to and including 100 ms', async () => {
  expect(await run()).toBePredictedBy(predicted, 100);
});

test('predicts all lines, to the end of the program', async () => {
  const trace = await run();
  expect(trace).toBePredictedBy(predicted);
  expect(trace).toStart('sleep', 2, THE_PROGRAM);
  // More is all right: the lesson asks to try another burn.
  const burns = trace.spans.filter(({ kind }) => kind === 'burn').length;
  expect(trace).toStart('burn', Math.max(1, burns), THE_PROGRAM);
});
