import { again, expect, observe, type Trace, test } from '#lab';
import { sleep } from './2-sleep.ts';

/** A sleep of 30 ms, while a page is downloaded in 20 ms. */
const beside = () =>
  observe(({ call, job }) => Promise.all([call('sleep', () => sleep(30)), job('page', 20)()]), {
    plan: { sleep: [0, 30], page: [0, 20] },
  });

/** Nothing else happens. */
const alone = (ms: number) =>
  observe(({ call }) => call('sleep', () => sleep(ms)), { plan: { sleep: [0, ms] } });

/** Its promise is awaited when 13 of its 31 ms are over. */
const awaitedLater = () =>
  observe(async ({ sleep: pause }) => {
    const sleeping = sleep(31);
    await pause(13);
    await sleeping;
  });

/** 'a' sleeps for 53 ms. Meanwhile 'b' sleeps for 17 ms, then for 36 ms: it wakes when 'a' does. */
const two = () =>
  observe(
    async ({ call }) => {
      const a = call('a', () => sleep(53));
      await call('b', () => sleep(17));
      await call('b', () => sleep(36));
      await a;
    },
    {
      plan: {
        a: [0, 53],
        b: [
          [0, 17],
          [17, 53],
        ],
      },
    },
  );

/** 'a' and 'b' sleep for the same time; 'c' too, from 13 ms on. */
const alike = () =>
  observe(
    async ({ call, sleep: pause }) => {
      const early = [call('a', () => sleep(41)), call('b', () => sleep(41))];
      await pause(13);
      await Promise.all([...early, call('c', () => sleep(41))]);
    },
    { plan: { a: [0, 41], b: [0, 41], sleep: [0, 13], c: [13, 54] } },
  );

/** A dozen sleeps begin together; each one logs its ms. */
const crowd = (times: number[]) =>
  observe(({ log }) =>
    Promise.all(
      times.map(async (ms) => {
        await sleep(ms);
        log(`${ms}`);
      }),
    ),
  );

/** Two pages arrive one after another during a sleep of 31 ms. */
const pages = () =>
  observe(async ({ job, log }) => {
    const read = async () => {
      log(await job('one', 7)());
      log(await job('two', 16)());
    };
    const reading = read();
    await sleep(31);
    log('slept');
    await reading;
  });

/** How often each timer fired. */
const fired = ({ timers }: Trace) => timers.map((timer) => timer.fired);

test('fulfils after exactly the given number of ms', async () => {
  await again(beside, (trace) => expect(trace).toRunAsPlanned());
  for (const ms of [1, 2, 7, 33, 10_007]) expect(await alone(ms)).toRunAsPlanned();
  expect(await awaitedLater()).toTake(31);
});

test('does not let concurrent sleeps disturb each other', async () => {
  expect(await two()).toRunAsPlanned();
  expect(await alike()).toRunAsPlanned();
  const times = [47, 3, 29, 11, 37, 5, 19, 2, 43, 13, 23, 7];
  const inTime = times.toSorted((a, b) => a - b).map((ms) => [ms, `${ms}`] as [number, string]);
  expect(await crowd(times)).toLog(...inTime);
});

test('lets other work run meanwhile', async () => {
  expect(await pages()).toLog([7, 'ONE'], [23, 'TWO'], [31, 'slept']);
});

test('sets one timer for each call, and it fires once', async () => {
  for (const scene of [two, alike]) {
    const trace = await scene();
    expect(trace).toSetTimers(3);
    expect(fired(trace), 'how often each timer fired').toEqual([1, 1, 1]);
  }
});

test('leaves no timer behind', async () => {
  await again(two, (trace) => {
    expect(trace).toTake(53);
    expect(trace).toLeaveNothing();
  });
});
