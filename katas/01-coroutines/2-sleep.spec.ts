import { expect, observe, test } from '#lab';
import { sleep } from './2-sleep.ts';

const one = () =>
  observe(({ call }) => call('sleep', () => sleep(30)), { plan: { sleep: [0, 30] } });

const two = () =>
  observe(({ call }) => Promise.all([call('a', () => sleep(30)), call('b', () => sleep(50))]), {
    plan: { a: [0, 30], b: [0, 50] },
  });

/** A page is downloaded while somebody sleeps. */
const beside = () =>
  observe(({ call, job }) => Promise.all([call('sleep', () => sleep(30)), job('page', 20)()]), {
    plan: { sleep: [0, 30], page: [0, 20] },
  });

test('resolves after exactly as long as it is told', async () => {
  expect(await one()).toRunAsPlanned();
});

test('lets two sleeps pass together', async () => {
  const trace = await two();
  expect(trace).toTake(50);
  expect(trace).toRunAsPlanned();
});

test('lets others work meanwhile', async () => {
  expect(await beside()).toRunAsPlanned();
});

test('sets one timer for each call', async () => {
  expect(await two()).toSetTimers(2);
});

test('leaves no timer behind', async () => {
  const trace = await one();
  expect(trace).toTake(30);
  expect(trace).toLeaveNothing();
});
