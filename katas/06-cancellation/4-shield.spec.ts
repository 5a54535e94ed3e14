import { again, eachReason, eachValue, expect, observe, test, together } from '#lab';
import { shield } from './4-shield.ts';

type End = { gives: unknown } | { failsWith: unknown };
type Log = (line: string) => void;

/** Work that goes on without its caller is what this kata is about. A listener has its own test. */
const mayLeave: ['work', 'listener'] = ['work', 'listener'];

const FULL = new Error('the disk is full');
const LEFT = new Error('the user has left');

const SAVED: End = { gives: 'SAVED' };
const LOST: End = { failsWith: FULL };

/** The reason of `AbortSignal.timeout()`, one that no text can be made of, and one that `await` takes apart. */
const MORE = [
  new DOMException('The operation was aborted due to timeout', 'TimeoutError'),
  Symbol('no text'),
  { then: (fulfil: (value: string) => void) => fulfil('unwrapped') },
];

const NOT_FOR_THE_WORK =
  'The caller stops waiting at 19 ms, and the work goes on: do not pass the signal on to it.';

const GONE =
  "At 19 ms the signal is aborted, and its 'abort' event comes. The caller waits no longer.";

const AT_ONCE =
  'The signal was aborted just after the call. Was the listener added during the call?';

const TELL =
  'The caller had stopped waiting at 19 ms. A failure that comes later reaches only onLost, as it is.';

const SAME_REASON = 'This work fails with the very error that the signal was aborted with.';

const KNOWN =
  'The event that aborts the signal also makes the work fail. So the caller or onLost gets that failure. Does your code know in time that the caller leaves?';

const NOTHING_LOST = 'The work has not failed, so there is no failure to pass on.';

const IN_TIME = 'The work ended before the abort: its value is the result, whatever it is.';

const HAS_IT =
  'The returned promise rejects with this error: the caller has it, and it is not lost.';

const THROWN = `A throw is an end of the work, so call it once. ${HAS_IT}`;

const BEFORE =
  "The signal had been aborted before the call, and its 'abort' event does not come again. Look at signal.aborted first.";

const EACH_ITS_WORK = 'Each call starts the work, also when two calls get the same one.';

const EACH_ITS_OWN =
  "'a', 'b' and 'c' have one signal, and all have one onLost. The failures of 'b' and 'c' are lost: their callers had left.";

const ONE_PROMISE =
  "All calls get the same promise. The failure is lost for 'a', 'b' and 'c', whose callers had left, and not for 'd'. 'a' and 'b' have the same onLost.";

const ENDED = "The work of 'first' has ended, and 'second' gets the same signal.";

const STILL_THERE =
  "After the start of 'first', the owner of the signal has set its onabort. Both calls leave that and the other listener as they are.";

/** Logs what `onLost` is called with: the very reason of the work, or what it is instead. */
const logging =
  (log: Log, end: End, reason: unknown = LEFT, name = 'onLost') =>
  (error: unknown) => {
    if ('failsWith' in end && Object.is(error, end.failsWith)) log(`${name}: failure`);
    else if (Object.is(error, reason)) log(`${name}: abort reason`);
    else log(`${name}: another ${error instanceof Error ? 'error' : 'value'}`);
  };

/** With what it rejects has its own test, so here it only says that it did. A bug in the code gets out. */
const rejected = (error: unknown, reason?: unknown) => {
  const isBug = error instanceof TypeError || error instanceof ReferenceError;
  if ((isBug && error !== reason) || (error instanceof Error && error.message.startsWith('TODO')))
    throw error;
  return 'rejected';
};

/** What a signal says after an abort with this: an AbortError when that is `undefined`. */
const reasonOf = (reason: unknown) => AbortSignal.abort(reason).reason;

/** The very value, to be found in what the scene fulfils with. */
const boxed = (value: unknown) => ({ fulfilled: value });

const STAYS = { takes: 31, leaves: 43 };

/**
 * Saving takes `takes` ms, and at `leaves` ms the user leaves: at 0, that is the line after the call.
 *
 * - `isLate`: both come at the end of their ms, in an immediate after all timers.
 * - `quietly`: the caller catches the rejection, and aborts the signal then, to stop other work.
 */
const saving = (
  end: End,
  { takes = 53, leaves = 19, reason = LEFT as unknown, isLate = false, quietly = false } = {},
) => {
  const fails = leaves < takes || 'failsWith' in end;
  return observe(
    ({ at, call, controller, job, log }) => {
      const stop = controller();
      const leave = () => stop.abort(reason);
      if (leaves > 0) at(leaves, isLate ? () => setImmediate(leave) : leave, 'user leaves');
      const save = job<unknown>('save', takes, end);
      const later = () => save().finally(() => new Promise((resolve) => setImmediate(resolve)));
      const onLost = logging(log, end, reason);
      const result = call('shield', () => shield(isLate ? later : save, stop.signal, onLost));
      if (leaves === 0) leave();
      if (!quietly) return result.then(boxed);
      return result.catch((error) => rejected(error, reason) && leave());
    },
    { mayLeave, plan: { shield: [0, Math.min(takes, leaves), { fails }], save: [0, takes] } },
  );
};

/** `work` throws, or returns a promise that has rejected already. The signal is not aborted. */
const failingAtOnce = (work: () => Promise<never>, quietly = false) =>
  observe(
    ({ call, controller, log }) => {
      const logged = (...args: unknown[]) => {
        log(`work is called with ${args.length === 0 ? 'no arguments' : 'an argument'}`);
        return work();
      };
      const onLost = () => log('onLost');
      const result = call('shield', () => shield(logged, controller().signal, onLost));
      return quietly ? result.catch(rejected) : result;
    },
    { mayLeave, plan: { shield: [0, 0, { fails: true }] } },
  );

/** The signal was aborted before the call, or before some other ms. */
const leftBefore = (reason: unknown, { ms = 0, quietly = false } = {}) =>
  observe(
    ({ call, job, log, sleep }) => {
      const signal = AbortSignal.abort(reason);
      const save = job('save', 53, LOST);
      const begin = () => {
        const result = call('shield', () => shield(save, signal, logging(log, LOST, reason)));
        return quietly ? result.catch((error) => rejected(error, reason)) : result;
      };
      return ms === 0 ? begin() : sleep(ms).then(begin);
    },
    { mayLeave, plan: { shield: [ms, ms, { fails: true }] } },
  );

/** One event aborts the signal and makes the work fail. Whether the caller, `onLost` or both get it is free. */
const failingWithTheAbort = (failsFirst: boolean) =>
  observe(
    ({ at, call, log }) => {
      const stop = new AbortController();
      const closed = new Error('the connection is closed');
      const work = () =>
        new Promise<never>((_, reject) => {
          const close = () => {
            if (failsFirst) reject(closed);
            stop.abort(LEFT);
            reject(closed);
          };
          at(19, close, 'connection closes');
        });
      let isKnown = false;
      const know = (error: unknown) => {
        if (error === closed && !isKnown) log('the failure is known');
        isKnown ||= error === closed;
      };
      return call('shield', () => shield(work, stop.signal, know)).catch(know);
    },
    { mayLeave, plan: { shield: [0, 19, { fails: true }] } },
  );

/** 'a', 'b' and 'c' have one signal, aborted at 19 ms; the work of 'a' ends before that. 'd' has another signal. */
const four = () =>
  observe(
    ({ at, call, job, log }) => {
      const [stop, other] = [new AbortController(), new AbortController()];
      at(19, () => stop.abort(LEFT), 'user leaves');
      at(61, () => other.abort(LEFT));
      const [mail, save] = [job('mail', 7), job('save', 53, LOST)];
      const onLost = logging(log, LOST);
      return Promise.all([
        call('a', () => shield(mail, stop.signal, onLost)),
        call('b', () => shield(save, stop.signal, onLost)).catch(rejected),
        call('c', () => shield(save, stop.signal, onLost)).catch(rejected),
        call('d', () => shield(save, other.signal, onLost)).catch(rejected),
      ]);
    },
    {
      mayLeave,
      plan: {
        a: [0, 7],
        mail: [0, 7],
        b: [0, 19, { fails: true }],
        c: [0, 19, { fails: true }],
        d: [0, 53, { fails: true }],
        save: Array.from({ length: 3 }, () => [0, 53] as const),
      },
    },
  );

/** All get the very same promise. 'a', 'b' and 'c' have the signal that is aborted at 19 ms. */
const onePromise = () =>
  observe(
    ({ at, call, job, log }) => {
      const [stop, other] = [new AbortController(), new AbortController()];
      at(19, () => stop.abort(LEFT), 'user leaves');
      const saving = job('save', 53, LOST)();
      const [ab, c, d] = ['a and b', 'c', 'd'].map((name) =>
        logging(log, LOST, LEFT, `onLost of ${name}`),
      ) as [() => void, () => void, () => void];
      const begin = (name: string, { signal }: AbortController, onLost: () => void) =>
        call(name, () => shield(() => saving, signal, onLost)).catch(rejected);
      const calls = [begin('a', stop, ab), begin('b', stop, ab), begin('c', stop, c)];
      return Promise.all([...calls, begin('d', other, d)]);
    },
    {
      mayLeave,
      plan: {
        a: [0, 19, { fails: true }],
        b: [0, 19, { fails: true }],
        c: [0, 19, { fails: true }],
        d: [0, 53, { fails: true }],
        save: [0, 53],
      },
    },
  );

/** 'second' comes when 'first' has ended, with the same signal. The owner of the signal listens as well. */
const oneAfterAnother = () =>
  observe(
    async ({ at, call, job, log }) => {
      const stop = new AbortController();
      at(19, () => stop.abort(LEFT), 'user leaves');
      const onLost = logging(log, LOST);
      const first = call('first', () => shield(job('mail', 7), stop.signal, onLost));
      stop.signal.onabort = () => log('onabort');
      await first;
      const save = job('save', 53, LOST);
      const second = call('second', () => shield(save, stop.signal, onLost)).catch(rejected);
      stop.signal.addEventListener('abort', () => log('another listener'));
      return second;
    },
    {
      mayLeave,
      plan: { first: [0, 7], mail: [0, 7], second: [7, 19, { fails: true }], save: [7, 60] },
    },
  );

test('calls work once, during the call, and never tells it to stop', async () => {
  const trace = await saving(LOST, { quietly: true });
  expect(trace).toAbort({}, NOT_FOR_THE_WORK);
  expect(trace).toStart('save', 1);
  const failing = await failingAtOnce(() => Promise.reject(FULL), true);
  expect(failing).toLogInTheCall('work is called with no arguments');
});

test('rejects with the reason of the signal at the moment of an abort', async () => {
  expect(await saving(SAVED)).toRejectWith(LEFT, 19, GONE);
  await eachReason(
    ['the signal'],
    async (reasons) => {
      const reason = reasonOf(reasons['the signal']);
      expect(await saving(SAVED, { reason })).toRejectWith(reason, 19, GONE);
    },
    'is aborted with',
    MORE,
  );
  expect(await saving(SAVED, { isLate: true })).toRejectWith(LEFT, 19, GONE);
  expect(await saving(SAVED, { leaves: 0 })).toRejectWith(LEFT, 0, AT_ONCE);
});

test('calls onLost with the reason when the work rejects after the abort', async () => {
  await eachReason(
    ['the work', 'the signal'],
    async (reasons) => {
      const reason = reasonOf(reasons['the signal']);
      const trace = await saving({ failsWith: reasons['the work'] }, { reason, quietly: true });
      expect(trace).toLog([53, 'onLost: failure'], TELL);
    },
    'has the reason',
    MORE,
  );
  // Work may fail with the very error that the caller has aborted with.
  const same = await saving({ failsWith: LEFT }, { quietly: true });
  expect(same).toLog([53, 'onLost: failure'], SAME_REASON);
  const atOnce = await saving({ failsWith: new Error('late') }, { leaves: 0, quietly: true });
  expect(atOnce).toLog([53, 'onLost: failure'], AT_ONCE);
  for (const failsFirst of [false, true])
    expect(await failingWithTheAbort(failsFirst)).toLog([19, 'the failure is known'], KNOWN);
});

test('does not call onLost when the work fulfils after the abort', async () => {
  await eachValue(['the work'], async (values) => {
    const trace = await saving({ gives: values['the work'] }, { quietly: true });
    expect(trace).toLog(NOTHING_LOST);
  });
});

test('fulfils with the value when the work fulfils first, whatever value it is', async () => {
  await eachValue(['the work'], async (values) => {
    const trace = await saving({ gives: values['the work'] }, STAYS);
    expect(trace).toGive({ fulfilled: values['the work'] }, IN_TIME);
    expect(trace).toTake(31);
    expect(trace).toLog(NOTHING_LOST);
  });
  expect(await saving(SAVED, { ...STAYS, isLate: true })).toTake(31);
});

test('rejects with the same reason when the work rejects first, or throws', async () => {
  await eachReason(
    ['the work'],
    async (reasons) => {
      const reason = reasons['the work'];
      const trace = await saving({ failsWith: reason }, STAYS);
      expect(trace).toRejectWith(reason, 31);
      expect(trace).toLog(HAS_IT);
      expect(await failingAtOnce(() => Promise.reject(reason))).toRejectWith(reason, 0);
    },
    undefined,
    MORE,
  );
  await eachReason(
    ['the work'],
    async (reasons) => {
      const work = () => {
        throw reasons['the work'];
      };
      expect(await failingAtOnce(work)).toRejectWith(reasons['the work'], 0);
      const quiet = await failingAtOnce(work, true);
      expect(quiet).toLog([0, 'work is called with no arguments'], THROWN);
    },
    'throws',
    MORE,
  );
  expect(await saving(LOST, { ...STAYS, quietly: true })).toLog(HAS_IT);
});

test('leaves no listener on the signal when the work has ended', async () => {
  expect(await saving(SAVED, STAYS)).toLeaveNothing();
  expect(await saving(LOST, STAYS)).toLeaveNothing();
  const work = () => {
    throw FULL;
  };
  expect(await failingAtOnce(work)).toLeaveNothing();
});

test('rejects immediately when the signal was aborted before the call, and calls nothing', async () => {
  await eachReason(
    ['the signal'],
    async (reasons) => {
      const reason = reasonOf(reasons['the signal']);
      expect(await leftBefore(reason)).toRejectWith(reason, 0, BEFORE);
      const quiet = await leftBefore(reason, { quietly: true });
      expect(quiet).toStart('save', 0, BEFORE);
      expect(quiet).toLog(NOTHING_LOST);
    },
    'was aborted with',
    MORE,
  );
  expect(await leftBefore(LEFT, { ms: 17 })).toRejectWith(LEFT, 17, BEFORE);
});

test('has its own work and its own onLost in each call, and disturbs nothing else', async () => {
  for (const repeat of [again, together]) {
    await repeat(four, (trace) => {
      expect(trace).toLog([53, 'onLost: failure'], [53, 'onLost: failure'], EACH_ITS_OWN);
      expect(trace).toRunAsPlanned(EACH_ITS_WORK);
    });
  }
  const one = await onePromise();
  expect(one).toRunAsPlanned(ONE_PROMISE);
  const [ab, c] = ['onLost of a and b: failure', 'onLost of c: failure'];
  expect(one).toLog([53, ab], [53, ab], [53, c], ONE_PROMISE);
  const trace = await oneAfterAnother();
  expect(trace).toRunAsPlanned(ENDED);
  const lines = ['onabort', 'another listener'].map((line): [number, string] => [19, line]);
  expect(trace).toLog(...lines, [60, 'onLost: failure'], STILL_THERE);
});
