import { again, eachReason, eachValue, expect, type Job, observe, test, together } from '#lab';
import { withTimeout } from './2-with-timeout.ts';

const TIMEOUT = { name: 'TimeoutError' };

/** Work that is left running has its own test, and so has a timer. */
const mayLeave: ['work', 'timer'] = ['work', 'timer'];

const UP =
  'The time was up at 41 ms. What your code rejects with is the reason that it aborts with.';

const IN_TIME = 'The work ended in time: what it returns or throws is the result.';

/**
 * With what it rejects has its own test, so here it only says that it did. A bug in the code gets out, and so does
 * what `AbortSignal.timeout(Infinity)` throws: otherwise the failure would only say that no work was started.
 */
const rejected = (error: unknown) => {
  const isBug = [TypeError, ReferenceError, RangeError].some((kind) => error instanceof kind);
  if (isBug || (error instanceof Error && error.message.startsWith('TODO'))) throw error;
  return 'rejected';
};

/** The very value, to be found in what the scene fulfils with. */
const boxed = (value: unknown) => ({ fulfilled: value });

type Wrapped = (page: Job) => (signal: AbortSignal) => Promise<unknown>;

/**
 * A page that takes 97 ms, and may take 41. When it is told to stop, it needs 13 ms to end. `wrap` makes the
 * operation of the page.
 */
const tooSlow = (wrap: Wrapped = (page) => page, settle = (result: Promise<unknown>) => result) =>
  observe(
    ({ job, call }) => {
      const page = job('page', 97, { stopsIn: 13 });
      return settle(call('withTimeout', () => withTimeout(wrap(page), 41)));
    },
    {
      mayLeave,
      plan: { withTimeout: [0, 54, { fails: true }], page: [0, 54, { aborted: 41 }] },
    },
  );

/** The same, whatever it rejects with. */
const stopped = () => tooSlow(undefined, (result) => result.catch(rejected));

/** The page stops, and then rejects with `reason`: it cannot be closed. */
const closingFails = (reason: unknown) =>
  tooSlow((page) => (signal) => page(signal).catch(() => Promise.reject(reason)));

/** A page that ignores its signal. It takes 61 ms, and may take 41. */
const deaf = (end: { gives: unknown } | { failsWith: unknown }) =>
  observe(
    ({ job, call }) => {
      const page = job<unknown>('page', 61, end);
      return call('withTimeout', () => withTimeout(() => page(), 41)).then(boxed);
    },
    {
      mayLeave,
      plan: { withTimeout: [0, 61, { fails: 'failsWith' in end }], page: [0, 61] },
    },
  );

/** One that takes much longer, whatever the call does when the page fulfils. */
const deafQuietly = () =>
  observe(
    ({ job }) => {
      const page = job('page', 10_007);
      return withTimeout(() => page(), 41).catch(rejected);
    },
    { mayLeave },
  );

/** A page that takes 31 ms, and may take 41. */
const inTime = (end: { gives: unknown } | { failsWith: unknown } = { gives: 'PAGE' }) =>
  observe(
    ({ at, job, call }) => {
      const page = job<unknown>('page', 31, end);
      // The program goes on, so that a timer may fire that does not keep it running.
      at(53, () => {});
      return call('withTimeout', () => withTimeout(page, 41)).then(boxed);
    },
    {
      mayLeave,
      plan: { withTimeout: [0, 31, { fails: 'failsWith' in end }], page: [0, 31] },
    },
  );

/** Returns a promise that has already rejected. */
const rejectedAtOnce = (reason: unknown) =>
  observe(({ call }) => call('withTimeout', () => withTimeout(() => Promise.reject(reason), 41)), {
    mayLeave,
    plan: { withTimeout: [0, 0, { fails: true }] },
  });

/** Throws in the call. */
const throwing = (reason: unknown) =>
  observe(
    ({ call }) => {
      const op = () => {
        throw reason;
      };
      return call('withTimeout', () => withTimeout(op, 41));
    },
    { mayLeave, plan: { withTimeout: [0, 0, { fails: true }] } },
  );

/** Throws in the call, and logs if its signal is aborted after that. */
const throwingAndListening = () =>
  observe(
    ({ log }) => {
      const op = (signal: AbortSignal) => {
        signal.addEventListener('abort', () => log('told to stop'));
        throw new Error('no such page');
      };
      return withTimeout(op, 41).catch(rejected);
    },
    { mayLeave },
  );

/** Logs what the operation is called with, and the reason of its signal at the abort. */
const logging = (ms = 41) =>
  observe(
    ({ job, log }) => {
      const page = job('page', 97);
      const op = (signal: AbortSignal) => {
        const isSignal = signal instanceof AbortSignal;
        const kind = isSignal && signal.aborted ? 'an aborted signal' : 'a signal';
        log(isSignal ? `called with ${kind}` : 'called without a signal');
        signal?.addEventListener('abort', () => {
          const { reason } = signal;
          log(reason instanceof Error ? `reason: ${reason.name}` : 'reason: no Error');
        });
        return page(signal);
      };
      return withTimeout(op, ms).catch(rejected);
    },
    { mayLeave },
  );

/** The same operation in two calls: 'a' may take 23 ms, 'c' 41; 'b' takes 31 ms and may take 37. */
const three = () =>
  observe(
    ({ job, call }) => {
      const [slow, quick] = [job('slow', 97), job('quick', 31)];
      return Promise.all([
        call('a', () => withTimeout(slow, 23)).catch(rejected),
        call('b', () => withTimeout(quick, 37)),
        call('c', () => withTimeout(slow, 41)).catch(rejected),
      ]);
    },
    {
      mayLeave,
      plan: {
        a: [0, 23, { fails: true }],
        slow: [
          [0, 23, { aborted: 23 }],
          [0, 41, { aborted: 41 }],
        ],
        b: [0, 31],
        quick: [0, 31],
        c: [0, 41, { fails: true }],
      },
    },
  );

/** A second call, when the first one has ended. */
const oneAfterAnother = () =>
  observe(
    async ({ job, call }) => {
      const page = job('page', 97);
      await call('first', () => withTimeout(page, 41)).catch(rejected);
      return call('second', () => withTimeout(page, 31)).catch(rejected);
    },
    {
      mayLeave,
      plan: {
        first: [0, 41, { fails: true }],
        page: [
          [0, 41, { aborted: 41 }],
          [41, 72, { aborted: 72 }],
        ],
        second: [41, 72, { fails: true }],
      },
    },
  );

/** A page that takes so many ms, and may take any time. */
const unlimited = (takes: number) =>
  observe(
    ({ job, call }) =>
      call('withTimeout', () => withTimeout(job('page', takes), Infinity)).catch(rejected),
    {
      mayLeave,
      plan: { withTimeout: [0, takes], page: [0, takes] },
    },
  );

test('calls op once, during the call, with a signal that is not aborted', async () => {
  expect(await stopped()).toStart('page', 1);
  for (const ms of [41, Infinity]) expect(await logging(ms)).toLogInTheCall('called with a signal');
});

test('aborts the signal when the time is up, with a TimeoutError as the reason', async () => {
  expect(await stopped()).toAbort({ page: 41 });
  expect(await logging()).toLog(
    [0, 'called with a signal'],
    [41, 'reason: TimeoutError'],
    "The reason says why: pass an Error whose name is 'TimeoutError' to abort().",
  );
});

test('settles only when op has ended', async () => {
  const trace = await stopped();
  expect(trace).toSettleLast();
  expect(trace).toTake(54);
  expect(await deafQuietly()).toSettleLast();
});

test('rejects with the reason of the signal when op rejects after the abort', async () => {
  expect(await tooSlow()).toFailWith(TIMEOUT, 54, UP);
  await eachReason(['page'], async ({ page }) => {
    expect(await closingFails(page)).toFailWith(TIMEOUT, 54, UP);
    expect(await deaf({ failsWith: page })).toFailWith(TIMEOUT, 61, UP);
  });
});

test('fulfils with the value when op fulfils after the abort', async () => {
  await eachValue(['page'], async ({ page }) => {
    const trace = await deaf({ gives: page });
    expect(trace).toGive(
      { fulfilled: page },
      'The value came late, and it is there: what it holds open is lost if the caller does not get it.',
    );
    expect(trace).toTake(61);
  });
});

test('fulfils with the value when op fulfils in time, whatever value it is', async () => {
  await eachValue(['page'], async ({ page }) => {
    const trace = await inTime({ gives: page });
    expect(trace).toGive({ fulfilled: page }, IN_TIME);
    expect(trace).toTake(31);
  });
});

test('rejects with the same reason when op rejects in time, or throws', async () => {
  await eachReason(['page'], async ({ page }) => {
    expect(await inTime({ failsWith: page })).toRejectWith(page, 31, IN_TIME);
  });
  // The operation may have a limit of its own.
  const own = new DOMException('the server is slow', 'TimeoutError');
  expect(await inTime({ failsWith: own })).toRejectWith(own, 31, IN_TIME);
  expect(await rejectedAtOnce(undefined)).toRejectWith(undefined, 0);
  await eachReason(
    ['op'],
    async ({ op }) => {
      expect(await throwing(op)).toRejectWith(op, 0, IN_TIME);
    },
    'throws',
  );
});

test('does not abort the signal when op has ended in time, not even later', async () => {
  await eachValue(['page'], async ({ page }) => {
    expect(await inTime({ gives: page })).toAbortOnlyRunning();
  });
  await eachReason(['page'], async ({ page }) => {
    expect(await inTime({ failsWith: page })).toAbortOnlyRunning();
  });
  expect(await throwingAndListening()).toLog('An operation that has thrown is over.');
});

test('sets one timer, and leaves none when op ends in time', async () => {
  const trace = await inTime();
  expect(trace).toLeaveNothing();
  expect(trace).toSetTimers(1);
  expect(trace).toFireTimersOnce();
  expect(await stopped()).toSetTimers(1);
  expect(await inTime({ failsWith: new Error('no such page') })).toLeaveNothing();
  expect(await throwing(new Error('no such page'))).toLeaveNothing();
});

test('has a signal and a time for each call', async () => {
  await again(three, (trace) => {
    expect(trace).toRunAsPlanned();
    expect(trace).toGive(['rejected', 'QUICK', 'rejected']);
  });
  await together(three, (trace) => expect(trace).toRunAsPlanned());
  expect(await oneAfterAnother()).toRunAsPlanned();
});

test('sets no limit and no timer when the time is Infinity', async () => {
  const trace = await unlimited(10_007);
  expect(trace).toAbort({}, 'setTimeout takes Infinity for 1 ms.');
  expect(trace).toGive('PAGE');
  expect(trace).toSetTimers(0);
});
