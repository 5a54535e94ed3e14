import { expect, observe, test } from '#lab';
import { sleep } from './2-sleep.ts';

/** Somebody sleeps 30 ms, while a page is downloaded in 20 ms. */
const beside = () =>
  observe(({ call, job }) => Promise.all([call('sleep', () => sleep(30)), job('page', 20)()]), {
    plan: { sleep: [0, 30], page: [0, 20] },
  });

/** a sleeps 50 ms; b sleeps 20 ms meanwhile, and when that is over 10 ms more. */
const two = () =>
  observe(
    async ({ call }) => {
      const a = call('a', () => sleep(50));
      await call('b', () => sleep(20));
      await call('b', () => sleep(10));
      await a;
    },
    {
      plan: {
        a: [0, 50],
        b: [
          [0, 20],
          [20, 30],
        ],
      },
    },
  );

test('resolves after exactly as many ms as it is told', async () => {
  expect(await beside()).toRunAsPlanned();
});

test('lets sleeps side by side last each its own time', async () => {
  expect(await two()).toRunAsPlanned();
});

test('lets others work meanwhile', async () => {
  expect(await beside()).toStartAt({ page: 0 });
});

test('sets one timer for each call', async () => {
  expect(await two()).toSetTimers(3);
});

test('leaves no timer behind', async () => {
  const trace = await two();
  expect(trace).toTake(50);
  expect(trace).toLeaveNothing();
});
