import { expect, observe, test } from '#lab';
import { staggered } from './5-staggered.ts';

/** What is left at work is a promise of its own, and has its own test. */
const mayLeave: ['work'] = ['work'];

/** Every 30 ms another attempt is due. */
const DELAY = 30;

/**
 * a is slow, and so b starts at 30 ms and c at 60. b is done at 80. a and c need 20 and 10 ms to stop: d
 * would be due in the middle of that, at 90.
 */
const slow = () =>
  observe(
    ({ job, call }) => {
      const attempts = [
        job('a', 200, { stopsIn: 20 }),
        job('b', 50),
        job('c', 200, { stopsIn: 10 }),
        job('d', 200),
      ];
      return call('staggered', () => staggered(attempts, DELAY));
    },
    {
      mayLeave,
      plan: {
        staggered: [0, 100],
        a: [0, 100, { aborted: 80 }],
        b: [30, 80],
        c: [60, 90, { aborted: 80 }],
      },
    },
  );

/** a fails at 10 ms, b is slow, c fails 5 ms after its start, and d is done after 20. */
const failing = () =>
  observe(
    ({ job, call }) => {
      const attempts = [
        job('a', 10, { fails: true }),
        job('b', 200),
        job('c', 5, { fails: true }),
        job('d', 20),
        job('e', 200),
      ];
      return call('staggered', () => staggered(attempts, DELAY));
    },
    {
      mayLeave,
      plan: {
        staggered: [0, 65],
        a: [0, 10],
        b: [10, 65, { aborted: 65 }],
        c: [40, 45],
        d: [45, 65],
      },
    },
  );

/** a fails at 40 ms, when b is at work since 30; c is due at 60 all the same. */
const olderFails = () =>
  observe(
    ({ job, call }) => {
      const attempts = [job('a', 40, { fails: true }), job('b', 200), job('c', 20)];
      return call('staggered', () => staggered(attempts, DELAY));
    },
    {
      mayLeave,
      plan: { staggered: [0, 80], a: [0, 40], b: [30, 80, { aborted: 80 }], c: [60, 80] },
    },
  );

/** a is slow and done at 70 ms; b and c, started at 30 and 40, have failed when 50 ms are over. */
const oldestWins = () =>
  observe(
    ({ job, call }) => {
      const fails = true;
      const attempts = [job('a', 70), job('b', 10, { fails }), job('c', 10, { fails })];
      return call('staggered', () => staggered(attempts, DELAY));
    },
    { mayLeave, plan: { staggered: [0, 70], a: [0, 70], b: [30, 40], c: [40, 50] } },
  );

/** b fails at 35 ms, c at 45 and a, the oldest, at 50. */
const allFail = () =>
  observe(
    ({ job, call }) => {
      const fails = true;
      const attempts = [job('a', 50, { fails }), job('b', 5, { fails }), job('c', 10, { fails })];
      return causes(call('staggered', () => staggered(attempts, DELAY)));
    },
    {
      mayLeave,
      plan: { staggered: [0, 50, { fails: true }], a: [0, 50], b: [30, 35], c: [35, 45] },
    },
  );

/** What an AggregateError has in it, as messages; everything else is passed on. */
async function causes(promise: Promise<unknown>): Promise<unknown> {
  try {
    return await promise;
  } catch (error) {
    if (!(error instanceof AggregateError)) throw error;
    return { 'AggregateError of': error.errors.map(({ message }) => message) };
  }
}

test('starts the next attempt when the delay is over, and none after the success', async () => {
  expect(await slow()).toStartAt({ a: 0, b: 30, c: 60 });
});

test('starts the next attempt at once when the last one has failed', async () => {
  expect(await failing()).toStartAt({ a: 0, b: 10, c: 40, d: 45 });
});

test('keeps to the delay when an older attempt fails', async () => {
  expect(await olderFails()).toStartAt({ a: 0, b: 30, c: 60 });
});

test('gives the result of the first attempt to succeed', async () => {
  expect(await slow()).toGive('B');
  expect(await failing()).toGive('D');
});

test('gives the result of the oldest, when all that were started after it have failed', async () => {
  const trace = await oldestWins();
  expect(trace).toGive('A');
  expect(trace).toTake(70);
});

test('keeps to the first success when another one comes while the rest is stopping', async () => {
  const trace = await observe(
    ({ job, call }) => {
      // Does not listen to its signal.
      const deaf = job('a', 60);
      return call('staggered', () => staggered([() => deaf(), job('b', 20)], DELAY));
    },
    { mayLeave, plan: { staggered: [0, 60], a: [0, 60], b: [30, 50] } },
  );
  expect(trace).toGive('B');
});

test('leaves no timer', async () => {
  const trace = await observe(({ job }) => staggered([job('a', 10), job('b', 10)], DELAY));
  expect(trace).toLeaveNothing();
  expect(trace).toTake(10);
});

test('tells those at work to stop at the moment of the success', async () => {
  expect(await slow()).toAbort({ a: 80, c: 80 });
});

test('does not abort the signal of the winner', async () => {
  const trace = await observe(({ job, log }) => {
    const b = job('b', 20);
    const listening = (signal: AbortSignal) => {
      signal?.addEventListener('abort', () => log('the winner was told to stop'));
      return b(signal);
    };
    return staggered([job('a', 200), listening], DELAY);
  });
  expect(trace).toLog();
  expect(trace).toGive('B');
});

test('lets the caller hear when those have ended', async () => {
  const trace = await slow();
  expect(trace).toSettleLast();
  expect(trace).toTake(100);
});

test('fails when all have failed, with the failures in the order of the attempts', async () => {
  const trace = await allFail();
  expect(trace).toGive({ 'AggregateError of': ['a failed', 'b failed', 'c failed'] });
  expect(trace).toTake(50);
});

test('fails in the same way without attempts', async () => {
  const trace = await observe(() => causes(staggered([], DELAY)));
  expect(trace).toGive({ 'AggregateError of': [] });
  expect(trace).toTake(0);
});
