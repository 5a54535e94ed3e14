import { expect, observe, test } from '#lab';
import { inOrder } from './3-in-order.ts';

/** 'a' takes 30 ms, 'b' 10 ms, 'c' 20 ms. In order, 'b' starts at 30 ms and 'c' at 40 ms. */
const three = () =>
  observe(({ job }) => inOrder([job('a', 30), job('b', 10), job('c', 20)]), {
    plan: { a: [0, 30], b: [30, 40], c: [40, 60] },
  });

/** 'b' rejects at 40 ms; 'c' must never start. */
const failing = () =>
  observe(({ job }) => inOrder([job('a', 30), job('b', 10, { fails: true }), job('c', 20)]), {
    plan: { a: [0, 30], b: [30, 40] },
  });

test('starts each step when the previous one has fulfilled, not earlier', async () => {
  const trace = await three();
  expect(trace).toPeakAt(1);
  expect(trace).toRunAsPlanned();
});

test('takes as long as all steps together', async () => {
  expect(await three()).toTake(60);
});

test('fulfils with the results in the order of the steps', async () => {
  expect(await three()).toGive(['A', 'B', 'C']);
});

test('starts no step after one has rejected', async () => {
  expect(await failing()).toStart('c', 0);
});

test('rejects with the same error when a step rejects', async () => {
  expect(await failing()).toFailWith('b failed', 40);
});
