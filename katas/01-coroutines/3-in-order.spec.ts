import { expect, observe, test } from '#lab';
import { inOrder } from './3-in-order.ts';

/** a takes 30 ms, b 10 ms, c 20 ms: in order, b starts at 30 and c at 40. */
const three = () =>
  observe(({ job }) => inOrder([job('a', 30), job('b', 10), job('c', 20)]), {
    plan: { a: [0, 30], b: [30, 40], c: [40, 60] },
  });

/** b fails at 40 ms; c must never be asked for. */
const failing = () =>
  observe(({ job }) => inOrder([job('a', 30), job('b', 10, { fails: true }), job('c', 20)]), {
    plan: { a: [0, 30], b: [30, 40] },
  });

test('starts each step when the one before has ended', async () => {
  const trace = await three();
  expect(trace).toPeakAt(1);
  expect(trace).toRunAsPlanned();
});

test('takes as long as all the steps together', async () => {
  expect(await three()).toTake(60);
});

test('gives the results in the order of the steps', async () => {
  expect(await three()).toGive(['A', 'B', 'C']);
});

test('starts nothing after a failure', async () => {
  expect(await failing()).toStart('c', 0);
});

test('passes the failure on', async () => {
  expect(await failing()).toFailWith('b failed', 40);
});
