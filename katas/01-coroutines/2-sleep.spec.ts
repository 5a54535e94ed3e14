import { expect, observe, test } from '#lab';
import { sleep } from './2-sleep.ts';

/** A sleep of 30 ms, while a page is downloaded in 20 ms. */
const beside = () =>
  observe(({ call, job }) => Promise.all([call('sleep', () => sleep(30)), job('page', 20)()]), {
    plan: { sleep: [0, 30], page: [0, 20] },
  });

/** 'a' sleeps for 50 ms. Meanwhile 'b' sleeps for 20 ms, then for another 10 ms. */
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

test('fulfils after exactly the given number of ms', async () => {
  expect(await beside()).toRunAsPlanned();
});

test('does not let concurrent sleeps disturb each other', async () => {
  expect(await two()).toRunAsPlanned();
});

test('lets other work run meanwhile', async () => {
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
