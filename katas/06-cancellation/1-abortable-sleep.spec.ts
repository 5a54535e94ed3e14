import { again, eachReason, expect, observe, test, together } from '#lab';
import { sleep } from './1-abortable-sleep.ts';

const DURING =
  "The signal was aborted at 19 ms. A listener for its 'abort' event runs at that moment: end the wait there.";

const BEFORE =
  "The signal had been aborted before the call, and its 'abort' event does not come again. Look at signal.aborted first.";

/** Catches this reason, and no other error. */
const caught = (reason: unknown) => (error: unknown) => {
  if (Object.is(error, reason)) return 'aborted';
  throw error;
};

/** A sleep of 53 ms, and the next line aborts its signal. */
const quittingAtOnce = (reason: Error) =>
  observe(
    ({ call }) => {
      const stop = new AbortController();
      const sleeping = call('sleep', () => sleep(53, stop.signal));
      stop.abort(reason);
      return sleeping;
    },
    { mayLeave: ['timer'], plan: { sleep: [0, 0, { fails: true }] } },
  );

/** A sleep of 53 ms whose signal is aborted at 19 ms. Returns the trace and the reason that the signal has. */
const quitting = async (reason: unknown = new Error('the user has left')) => {
  let told: unknown;
  const trace = await observe(
    ({ call, at, controller }) => {
      const stop = controller();
      const leave = () => {
        stop.abort(reason);
        told = stop.signal.reason;
      };
      at(19, leave, 'user leaves');
      return call('sleep', () => sleep(53, stop.signal));
    },
    { mayLeave: ['timer', 'listener'], plan: { sleep: [0, 19, { fails: true }] } },
  );
  return { trace, reason: told };
};

/** A sleep of 53 ms whose signal was aborted before the call, or before 17 other ms. */
const quitBefore = async (reason: unknown, ms = 0) => {
  const stop = new AbortController();
  stop.abort(reason);
  const trace = await observe(
    ({ call, sleep: pause }) => {
      const begin = () => call('sleep', () => sleep(53, stop.signal));
      return ms === 0 ? begin() : pause(ms).then(begin);
    },
    { plan: { sleep: [ms, ms, { fails: true }] } },
  );
  return { trace, reason: stop.signal.reason };
};

/** The same, called directly, and with the rejection caught. */
const nothingToWaitFor = () => {
  const reason = new Error('the user has left');
  return observe(() => {
    const sleeping = sleep(53, AbortSignal.abort(reason));
    return sleeping.catch(caught(reason));
  });
};

/** Nothing is aborted during the sleep. The signal, where there is one, is aborted 12 ms after it. */
const undisturbed = (ms: number, hasSignal: boolean) =>
  observe(
    ({ call, at, controller }) => {
      const stop = controller();
      at(ms + 12, () => stop.abort(new Error('too late')));
      return call('sleep', () => (hasSignal ? sleep(ms, stop.signal) : sleep(ms)));
    },
    { mayLeave: ['listener'], plan: { sleep: [0, ms] } },
  );

/** Three sleeps, one after another, under one signal that is never aborted. */
const threeOnOneSignal = () =>
  observe(
    async ({ call, controller }) => {
      const { signal } = controller();
      for (const ms of [11, 7, 13]) await call('sleep', () => sleep(ms, signal));
    },
    {
      mayLeave: ['listener'],
      plan: {
        sleep: [
          [0, 11],
          [11, 18],
          [18, 31],
        ],
      },
    },
  );

/** 'a' and 'b' have the signal that is aborted at 19 ms, 'c' has another one, 'd' has none. */
const four = () => {
  const reason = new Error('the user has left');
  return observe(
    ({ call, at, controller, log }) => {
      const [stop, other] = [controller(), controller()];
      stop.signal.onabort = () => log('onabort');
      other.signal.onabort = () => log('onabort of the other signal');
      at(19, () => stop.abort(reason), 'user leaves');
      at(61, () => other.abort());
      const sleeps = [
        call('a', () => sleep(53, stop.signal)).catch(caught(reason)),
        call('b', () => sleep(37, stop.signal)).catch(caught(reason)),
        call('c', () => sleep(47, other.signal)).then(() => 'fulfilled'),
        call('d', () => sleep(41)).then(() => 'fulfilled'),
      ];
      stop.signal.addEventListener('abort', () => log('another listener'));
      return Promise.all(sleeps);
    },
    {
      mayLeave: ['timer', 'listener'],
      plan: { a: [0, 19, { fails: true }], b: [0, 19, { fails: true }], c: [0, 47], d: [0, 41] },
    },
  );
};

/** The sleep that is aborted at 19 ms, with the rejection caught. */
const quittingQuietly = () => {
  const reason = new Error('the user has left');
  return observe(
    ({ at }) => {
      const stop = new AbortController();
      at(19, () => stop.abort(reason));
      return sleep(53, stop.signal).catch(caught(reason));
    },
    { mayLeave: ['timer'] },
  );
};

test('rejects with the reason of the signal at the moment of the abort', async () => {
  const { trace, reason } = await quitting();
  expect(trace).toRejectWith(reason, 19, DURING);
  const error = new Error('the user has left');
  expect(await quittingAtOnce(error)).toRejectWith(
    error,
    0,
    'The signal was aborted just after the call. Was the listener added during the call?',
  );
});

test('passes on the reason as it is, whatever value it is', async () => {
  await eachReason(
    ['the signal'],
    async (reasons) => {
      const { trace, reason } = await quitting(reasons['the signal']);
      expect(trace).toRejectWith(reason, 19);
    },
    'is aborted with',
  );
});

test('leaves no timer after an abort', async () => {
  const { trace } = await quitting();
  expect(trace).toLeaveNothing();
});

test('rejects immediately, and sets no timer, when the signal was aborted before the call', async () => {
  for (const ms of [0, 17]) {
    const { trace, reason } = await quitBefore(new Error('the user has left'), ms);
    expect(trace).toRejectWith(reason, ms, BEFORE);
  }
  await eachReason(
    ['the signal'],
    async (reasons) => {
      const { trace, reason } = await quitBefore(reasons['the signal']);
      expect(trace).toRejectWith(reason, 0, BEFORE);
    },
    'was aborted with',
  );
  expect(await nothingToWaitFor()).toSetTimers(
    0,
    'The signal had been aborted before the call, so there is nothing to wait for.',
  );
});

test('fulfils after exactly the given number of ms, with a signal and without one', async () => {
  for (const ms of [31, 1, 2, 10_007]) {
    expect(await undisturbed(ms, true)).toTake(ms);
    expect(await undisturbed(ms, false)).toTake(ms);
  }
  await again(threeOnOneSignal, (trace) => expect(trace).toRunAsPlanned());
});

test('leaves no listener on the signal when the time is over', async () => {
  expect(await undisturbed(31, true)).toLeaveNothing();
  expect(await threeOnOneSignal()).toLeaveNothing();
});

test('ends all sleeps with that signal, and disturbs nothing else', async () => {
  await together(four, (trace) => {
    expect(trace).toLog(
      [19, 'onabort'],
      [19, 'another listener'],
      [61, 'onabort of the other signal'],
      'The signal belongs to the caller, who has listeners of their own on it.',
    );
    expect(trace).toRunAsPlanned();
    expect(trace).toGive(['aborted', 'aborted', 'fulfilled', 'fulfilled']);
  });
});

test('sets one timer for each call, and it fires once at most', async () => {
  for (const ms of [31, 10_007]) {
    const over = await undisturbed(ms, true);
    expect(over).toSetTimers(1);
    expect(over).toFireTimersOnce();
  }
  const aborted = await quittingQuietly();
  expect(aborted).toSetTimers(1);
  expect(aborted).toFireTimersOnce();
});
