import { again, eachReason, eachValue, expect, observe, type Trace, test, together } from '#lab';
import { shield } from './4-shield.ts';

type End = { gives: unknown } | { failsWith: unknown };

/** Work that goes on without its caller is what this kata is about. A listener has its own test. */
const mayLeave: ['work', 'listener'] = ['work', 'listener'];

const FULL = new Error('the disk is full');
const LEFT = new Error('the user has left');

const SAVED: End = { gives: 'SAVED' };
const LOST: End = { failsWith: FULL };

const NOT_FOR_THE_WORK =
  'The caller stops waiting at 19 ms, and the work goes on: do not pass the signal on to it.';

const GONE =
  "At 19 ms the signal is aborted, and its 'abort' event comes. The caller waits no longer.";

const TELL =
  'The caller had stopped waiting at 19 ms. A failure that comes later reaches only onLost, as it is.';

const SAME_REASON = 'This work fails with the very error that the signal was aborted with.';

const NOTHING_LOST = 'The work has not failed, so there is no failure to pass on.';

const IN_TIME = 'The work ended before the abort: its value is the result, whatever it is.';

const HAS_IT =
  'The returned promise rejects with this error: the caller has it, and it is not lost.';

const BEFORE =
  "The signal had been aborted before the call, and its 'abort' event does not come again. Look at signal.aborted first.";

const EACH_ITS_OWN =
  "'a', 'b' and 'c' have one signal, and all have one onLost. The owner of each signal has set its onabort.";

const ONE_PROMISE =
  "All calls get the same promise. The failure is lost for 'a' and 'b', whose callers had left, and not for 'c'.";

/** Logs what `onLost` is called with: the very reason of the work, or what it is instead. */
const logging =
  (log: (line: string) => void, end: End, name = 'onLost') =>
  (error: unknown) => {
    if ('failsWith' in end && Object.is(error, end.failsWith)) log(`${name}: failure`);
    else if (error === LEFT) log(`${name}: abort reason`);
    else log(`${name}: another ${error instanceof Error ? 'error' : 'value'}`);
  };

/** With what it rejects has its own test, so here it only says that it did. A bug in the code gets out. */
const rejected = (error: unknown) => {
  const isBug = error instanceof TypeError || error instanceof ReferenceError;
  if (isBug || (error instanceof Error && error.message.startsWith('TODO'))) throw error;
  return 'rejected';
};

/** Another event-loop iteration: when `onLost` is called within one ms is free. */
const later = () => new Promise((resolve) => setImmediate(resolve));

/** The very value, to be found in what the scene fulfils with. */
const boxed = (value: unknown) => ({ fulfilled: value });

/** Saving takes 53 ms. At 19 ms the user leaves. `settle` makes the scene's promise of the returned one. */
const leaving = (end: End, settle = (result: Promise<unknown>) => result) =>
  observe(
    ({ at, call, job, log }) => {
      const stop = new AbortController();
      at(19, () => stop.abort(LEFT), 'user leaves');
      const save = job<unknown>('save', 53, end);
      return settle(call('shield', () => shield(save, stop.signal, logging(log, end))));
    },
    { mayLeave, plan: { shield: [0, 19, { fails: true }], save: [0, 53] } },
  );

/** The same, with the rejection caught. */
const leavingQuietly = (end: End) => leaving(end, (result) => result.catch(rejected));

/** The signal is aborted with `reason`. */
const leavingWith = async (reason: unknown) => {
  const stop = new AbortController();
  const trace = await observe(
    ({ at, call, job }) => {
      at(19, () => stop.abort(reason), 'user leaves');
      return call('shield', () => shield(job('save', 53), stop.signal, () => {}));
    },
    { mayLeave, plan: { shield: [0, 19, { fails: true }], save: [0, 53] } },
  );
  return { trace, reason: stop.signal.reason };
};

/** The line after the call aborts the signal. */
const leavingAtOnce = () =>
  observe(
    ({ call, job }) => {
      const stop = new AbortController();
      const saving = call('shield', () => shield(job('save', 53), stop.signal, () => {}));
      stop.abort(LEFT);
      return saving;
    },
    { mayLeave, plan: { shield: [0, 0, { fails: true }], save: [0, 53] } },
  );

/** The abort comes at the end of 19 ms, in an immediate after all timers. */
const leavingAfterTheTimers = () =>
  observe(
    ({ at, call, job }) => {
      const stop = new AbortController();
      at(19, () => setImmediate(() => stop.abort(LEFT)), 'user leaves');
      return call('shield', () => shield(job('save', 53), stop.signal, () => {}));
    },
    { mayLeave, plan: { shield: [0, 19, { fails: true }], save: [0, 53] } },
  );

/** Logs what `work` is called with. */
const calling = () =>
  observe(
    ({ job, log }) => {
      const save = job('save', 53);
      const work = (...args: unknown[]) => {
        log(`work is called with ${args.length === 0 ? 'no arguments' : 'an argument'}`);
        return save();
      };
      return shield(work, new AbortController().signal, () => {});
    },
    { mayLeave },
  );

/** Saving ends at 31 ms. At 43 ms the signal is aborted after all. */
const staying = (end: End) =>
  observe(
    ({ at, call, controller, job, log }) => {
      const stop = controller();
      at(43, () => stop.abort(LEFT), 'user leaves');
      const save = job<unknown>('save', 31, end);
      const saving = call('shield', () => shield(save, stop.signal, logging(log, end)));
      return saving.then(boxed);
    },
    { mayLeave, plan: { shield: [0, 31, { fails: 'failsWith' in end }], save: [0, 31] } },
  );

/** Saving ends at the end of 31 ms, in an immediate after all timers. */
const stayingAfterTheTimers = () =>
  observe(
    ({ call, job }) => {
      const save = job('save', 31);
      const work = async () => {
        await save();
        return new Promise<string>((resolve) => setImmediate(() => resolve('SAVED')));
      };
      return call('shield', () => shield(work, new AbortController().signal, () => {}));
    },
    { mayLeave, plan: { shield: [0, 31], save: [0, 31] } },
  );

/** Saving fails at 31 ms, and the caller aborts the signal when it gets that error, to stop other work. */
const abortingOnFailure = () =>
  observe(
    ({ call, job, log }) => {
      const stop = new AbortController();
      const save = job('save', 31, { failsWith: FULL });
      const saving = call('shield', () => shield(save, stop.signal, logging(log, LOST)));
      return saving.catch((error) => {
        stop.abort(LEFT);
        return rejected(error);
      });
    },
    { mayLeave, plan: { shield: [0, 31, { fails: true }], save: [0, 31] } },
  );

/** `work` throws, or returns a promise that has rejected already. The signal is not aborted. */
const failingAtOnce = (
  work: () => Promise<never>,
  reason: unknown,
  settle = (result: Promise<unknown>) => result,
) =>
  observe(
    ({ call, controller, log }) => {
      const onLost = logging(log, { failsWith: reason });
      return settle(call('shield', () => shield(work, controller().signal, onLost)));
    },
    { mayLeave, plan: { shield: [0, 0, { fails: true }] } },
  );

/** The signal was aborted before the call, or before 17 other ms. */
const leftBefore = async (reason: unknown, ms = 0) => {
  const stop = new AbortController();
  stop.abort(reason);
  const trace = await observe(
    ({ call, job, log, sleep }) => {
      const save = job('save', 53, { failsWith: FULL });
      const begin = () => call('shield', () => shield(save, stop.signal, logging(log, LOST)));
      return ms === 0 ? begin() : sleep(ms).then(begin);
    },
    { mayLeave, plan: { shield: [ms, ms, { fails: true }] } },
  );
  return { trace, reason: stop.signal.reason };
};

/** The same, with the rejection caught. */
const leftBeforeQuietly = () =>
  observe(({ call, job, log }) => {
    const save = job('save', 53, { failsWith: FULL });
    return call('shield', () => shield(save, AbortSignal.abort(LEFT), logging(log, LOST))).catch(
      rejected,
    );
  });

/** 'a', 'b' and 'c' get the very same promise; 'a' and 'b' have the signal that is aborted at 19 ms. */
const onePromise = () =>
  observe(
    ({ at, call, job, log }) => {
      const [stop, other] = [new AbortController(), new AbortController()];
      at(19, () => stop.abort(LEFT), 'user leaves');
      const saving = job('save', 53, LOST)();
      const begin = (name: string, { signal }: AbortController) => {
        const onLost = logging(log, LOST, `onLost of ${name}`);
        return call(name, () => shield(() => saving, signal, onLost)).catch(rejected);
      };
      return Promise.all([begin('a', stop), begin('b', stop), begin('c', other)]).then(later);
    },
    {
      mayLeave,
      plan: {
        a: [0, 19, { fails: true }],
        b: [0, 19, { fails: true }],
        c: [0, 53, { fails: true }],
        save: [0, 53],
      },
    },
  );

/** 'a', 'b' and 'c' have one signal, aborted at 19 ms; the work of 'a' ends before that. 'd' has another signal. */
const four = () =>
  observe(
    ({ at, call, job, log }) => {
      const [stop, other] = [new AbortController(), new AbortController()];
      stop.signal.onabort = () => log('onabort');
      other.signal.onabort = () => log('onabort of d');
      at(19, () => stop.abort(LEFT), 'user leaves');
      at(61, () => other.abort());
      const [mail, save] = [job('mail', 7), job('save', 53, LOST)];
      const onLost = logging(log, LOST);
      const calls = [
        call('a', () => shield(mail, stop.signal, onLost)),
        call('b', () => shield(save, stop.signal, onLost)).catch(rejected),
        call('c', () => shield(save, stop.signal, onLost)).catch(rejected),
        call('d', () => shield(save, other.signal, onLost)).catch(rejected),
      ];
      stop.signal.addEventListener('abort', () => log('another listener'));
      return Promise.all(calls).then(later);
    },
    {
      mayLeave,
      plan: {
        a: [0, 7],
        mail: [0, 7],
        b: [0, 19, { fails: true }],
        c: [0, 19, { fails: true }],
        d: [0, 53, { fails: true }],
        save: [
          [0, 53],
          [0, 53],
          [0, 53],
        ],
      },
    },
  );

test('calls work once, during the call, and never tells it to stop', async () => {
  const trace = await leavingQuietly(LOST);
  expect(trace).toAbort({}, NOT_FOR_THE_WORK);
  expect(trace).toStart('save', 1);
  expect(await calling()).toLogInTheCall('work is called with no arguments');
});

test('rejects with the reason of the signal at the moment of an abort', async () => {
  expect(await leaving(SAVED)).toRejectWith(LEFT, 19, GONE);
  await eachReason(
    ['the signal'],
    async (reasons) => {
      const { trace, reason } = await leavingWith(reasons['the signal']);
      expect(trace).toRejectWith(reason, 19, GONE);
    },
    'is aborted with',
  );
  expect(await leavingAfterTheTimers()).toRejectWith(LEFT, 19, GONE);
  expect(await leavingAtOnce()).toRejectWith(
    LEFT,
    0,
    'The signal was aborted just after the call. Was the listener added during the call?',
  );
});

test('calls onLost with the reason when the work rejects after the abort', async () => {
  await eachReason(['the work'], async (reasons) => {
    const trace = await leavingQuietly({ failsWith: reasons['the work'] });
    expect(trace).toLog([53, 'onLost: failure'], TELL);
  });
  // Work may fail with the very error that the caller has aborted with.
  const same = await leavingQuietly({ failsWith: LEFT });
  expect(same).toLog([53, 'onLost: failure'], SAME_REASON);
});

test('does not call onLost when the work fulfils after the abort', async () => {
  await eachValue(['the work'], async (values) => {
    expect(await leavingQuietly({ gives: values['the work'] })).toLog(NOTHING_LOST);
  });
});

test('fulfils with the value when the work fulfils first, whatever value it is', async () => {
  await eachValue(['the work'], async (values) => {
    const trace = await staying({ gives: values['the work'] });
    expect(trace).toGive({ fulfilled: values['the work'] }, IN_TIME);
    expect(trace).toTake(31);
    expect(trace).toLog(NOTHING_LOST);
  });
  expect(await stayingAfterTheTimers()).toTake(31);
});

test('rejects with the same reason when the work rejects first, or throws', async () => {
  await eachReason(['the work'], async (reasons) => {
    const reason = reasons['the work'];
    const trace = await staying({ failsWith: reason });
    expect(trace).toRejectWith(reason, 31);
    expect(trace).toLog(HAS_IT);
    expect(await failingAtOnce(() => Promise.reject(reason), reason)).toRejectWith(reason, 0);
  });
  await eachReason(
    ['the work'],
    async (reasons) => {
      const reason = reasons['the work'];
      const work = () => {
        throw reason;
      };
      expect(await failingAtOnce(work, reason)).toRejectWith(reason, 0);
      const quiet = await failingAtOnce(work, reason, (result) => result.catch(rejected));
      expect(quiet).toLog(HAS_IT);
    },
    'throws',
  );
  expect(await abortingOnFailure()).toLog(HAS_IT);
});

test('leaves no listener on the signal when the work has ended', async () => {
  expect(await staying(SAVED)).toLeaveNothing();
  expect(await staying(LOST)).toLeaveNothing();
  const work = () => {
    throw FULL;
  };
  expect(await failingAtOnce(work, FULL)).toLeaveNothing();
});

test('rejects immediately when the signal was aborted before the call, and calls nothing', async () => {
  const trace = await leftBeforeQuietly();
  expect(trace).toStart('save', 0, BEFORE);
  expect(trace).toLog(NOTHING_LOST);
  for (const ms of [0, 17]) {
    const { trace, reason } = await leftBefore(LEFT, ms);
    expect(trace).toRejectWith(reason, ms, BEFORE);
  }
  await eachReason(
    ['the signal'],
    async (reasons) => {
      const { trace, reason } = await leftBefore(reasons['the signal']);
      expect(trace).toRejectWith(reason, 0, BEFORE);
    },
    'was aborted with',
  );
});

test('has its own work and its own onLost in each call, and disturbs nothing else', async () => {
  const check = (trace: Trace) => {
    expect(trace).toLog(
      [19, 'onabort'],
      [19, 'another listener'],
      [53, 'onLost: failure'],
      [53, 'onLost: failure'],
      [61, 'onabort of d'],
      EACH_ITS_OWN,
    );
    expect(trace).toRunAsPlanned(
      'Each call starts the work, also when two calls get the same one.',
    );
  };
  await again(four, check);
  await together(four, check);
  const trace = await onePromise();
  expect(trace).toLog([53, 'onLost of a: failure'], [53, 'onLost of b: failure'], ONE_PROMISE);
  expect(trace).toRunAsPlanned(ONE_PROMISE);
});
