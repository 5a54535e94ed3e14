import { expect, observe, test } from '#lab';
import { staggered } from './5-staggered.ts';

/** Work that is left running has its own test. */
const mayLeave: ['work'] = ['work'];

/** In ms. Every 30 ms the next attempt is due. */
const DELAY = 30;

/**
 * 'a' is slow, so 'b' starts at 30 ms and 'c' at 60 ms. 'b' fulfils at 80 ms. 'a' and 'c' need 20 and
 * 10 ms to stop; 'd' would be due at 90 ms, while 'a' is still stopping.
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

/** 'a' rejects at 10 ms, 'b' is slow, 'c' rejects 5 ms after its start, 'd' fulfils after 20 ms. */
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

/** 'a' rejects at 40 ms; 'b' has been running since 30 ms. 'c' is still due at 60 ms. */
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

/** 'a' is slow and fulfils at 70 ms. 'b' and 'c' start at 30 and 40 ms, and reject by 50 ms. */
const oldestWins = () =>
  observe(
    ({ job, call }) => {
      const fails = true;
      const attempts = [job('a', 70), job('b', 10, { fails }), job('c', 10, { fails })];
      return call('staggered', () => staggered(attempts, DELAY));
    },
    { mayLeave, plan: { staggered: [0, 70], a: [0, 70], b: [30, 40], c: [40, 50] } },
  );

/** 'b' rejects at 35 ms, 'c' at 45 ms and 'a', the oldest, at 50 ms. */
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

/** The messages of the errors in an AggregateError; any other error is thrown again. */
async function causes(promise: Promise<unknown>): Promise<unknown> {
  try {
    return await promise;
  } catch (error) {
    if (!(error instanceof AggregateError)) throw error;
    return { 'AggregateError of': error.errors.map(({ message }) => message) };
  }
}

test('starts the next attempt when the delay is over, and none after a success', async () => {
  expect(await slow()).toStartAt({ a: 0, b: 30, c: 60 });
});

test('starts the next attempt immediately when the newest one rejects', async () => {
  expect(await failing()).toStartAt(
    { a: 0, b: 10, c: 40, d: 45 },
    'When the newest attempt rejects, the next one starts immediately. The delay counts from the start of the newest attempt.',
  );
});

test('still waits for the delay when an older attempt rejects', async () => {
  expect(await olderFails()).toStartAt(
    { a: 0, b: 30, c: 60 },
    "'b' is newer than 'a'. Only when the newest attempt rejects, the next one starts early.",
  );
});

test('fulfils with the value of the first attempt that fulfils', async () => {
  expect(await slow()).toGive('B');
  expect(await failing()).toGive('D');
});

test('fulfils with the value of the oldest attempt when all newer ones have rejected', async () => {
  const trace = await oldestWins();
  expect(trace).toGive(
    'A',
    "The result is open while one attempt is running: 'a' runs until 70 ms.",
  );
  expect(trace).toTake(70);
});

test('keeps the first value when an aborted attempt fulfils later', async () => {
  const trace = await observe(
    ({ job, call }) => {
      // Ignores its signal.
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

test('aborts the other running attempts as soon as one fulfils', async () => {
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
  expect(trace).toLog(
    'Does each attempt have a signal of its own? Abort only the attempts that are still running.',
  );
  expect(trace).toGive('B');
});

test('settles only when the stopped attempts have ended', async () => {
  const trace = await slow();
  expect(trace).toSettleLast();
  expect(trace).toTake(100);
});

test('rejects with an AggregateError when all fail, with the errors in input order', async () => {
  const trace = await allFail();
  expect(trace).toGive(
    { 'AggregateError of': ['a failed', 'b failed', 'c failed'] },
    'When all fail, one error does not say why: an AggregateError holds all of them.',
  );
  expect(trace).toTake(50);
});

test('rejects immediately with an AggregateError when the input is empty', async () => {
  const trace = await observe(() => causes(staggered([], DELAY)));
  expect(trace).toGive({ 'AggregateError of': [] });
  expect(trace).toTake(0);
});
