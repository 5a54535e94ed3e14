import { again, eachReason, eachValue, expect, observe, test, together } from '#lab';
import { Deadline } from './7-deadline.ts';

const TIMEOUT = { name: 'TimeoutError' };

/** What is left behind has its own test. */
const mayLeave: ('work' | 'timer' | 'listener')[] = ['work', 'timer', 'listener'];

const SHARED =
  'All steps of a deadline share its time: it is up so many ms after the construction, not after the call of run().';

const NEXT =
  'A limit counts from the call of run(), and ends that step only. The next step has what is left, and no more.';

const WHOSE =
  "The caller of 'a' and 'b' quits at 17 ms. 'c', 'd' and 'e' have other deadlines, and run until the time is up.";

const FIRST = 'What aborted its signal first is the cause. What comes after that is a consequence.';

const IN_TIME = 'The step ended in time: what it returns or throws is the result.';

const LATE =
  'The value came late, and it is there: what it holds open is lost if the caller does not get it.';

const REFUSED = 'Look at the time and at the signal of the caller first, before you start a step.';

const BEFORE =
  "The signal had been aborted before the construction, and its 'abort' event does not come again. run() and pause() reject with its reason when they are called.";

/** With what it rejects has its own test, so here it only says that it did. A bug in the code gets out. */
const rejected = (error: unknown) => {
  const isBug = error instanceof TypeError || error instanceof ReferenceError;
  if (isBug || (error instanceof Error && error.message.startsWith('TODO'))) throw error;
  return 'rejected';
};

/** How a scene ends: as the call does, or quietly, for the matchers that ask what happened before. */
type End = (result: Promise<unknown>) => Promise<unknown>;
const asItIs: End = (result) => result;
const quietly: End = (result) => result.catch(rejected);

/** The very value, to be found in what the scene fulfils with. */
const boxed = (value: unknown) => ({ fulfilled: value });

/** 101 ms for three steps. 'login' takes 29 ms and 'lookup' 37. 'page' would take 97, and needs 7 to stop. */
const chain = () =>
  observe(
    async ({ job, call, log }) => {
      const steps = [job('login', 29), job('lookup', 37), job('page', 97, { stopsIn: 7 })];
      const deadline = new Deadline(101);
      const seen: number[] = [];
      const look = () => {
        seen.push(deadline.left());
        log(`${seen.at(-1)} left`);
      };
      look();
      for (const step of steps) {
        await call('run', () => deadline.run(step)).catch(rejected);
        look();
      }
      return seen;
    },
    {
      mayLeave,
      plan: {
        run: [
          [0, 29],
          [29, 66],
          [66, 108, { fails: true }],
        ],
        login: [0, 29],
        lookup: [29, 66],
        page: [66, 108, { aborted: 101 }],
      },
    },
  );

/** Two deadlines of 53 and 61 ms. Time passes without a step, with a busy CPU, and with two steps at a time. */
const meanwhile = () =>
  observe(
    async ({ job, log, burn, sleep }) => {
      const deadline = new Deadline(53);
      const look = () => log(`${deadline.left()} left`);
      await sleep(11);
      look();
      burn(7);
      look();
      const other = new Deadline(61);
      const steps = [job('a', 19), job('b', 23)].map((step) => deadline.run(step).catch(rejected));
      await sleep(29);
      look();
      await sleep(31);
      look();
      log(`${other.left()} left of the other one`);
      await Promise.all(steps);
    },
    { mayLeave },
  );

/** A step of a deadline of 53 ms, and what becomes of it: what it was called with, and why it was told to stop. */
const logging = (limit?: number, hasSignal = false) =>
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
      const deadline = hasSignal
        ? new Deadline(53, new AbortController().signal)
        : new Deadline(53);
      return deadline.run(op, limit).catch(rejected);
    },
    { mayLeave },
  );

/** The same step three times in 101 ms: twice at the same time, and once after that. */
const sameStep = () =>
  observe(
    async ({ job, call }) => {
      const page = job('page', 31);
      const deadline = new Deadline(101);
      const run = () => call('run', () => deadline.run(page));
      await Promise.all([run(), run()]);
      await run();
    },
    { mayLeave },
  );

/** A step whose limit is over at 23 ms. What is the next one called with? */
const nextToALimit = () =>
  observe(
    async ({ job, log }) => {
      const deadline = new Deadline(101);
      await deadline.run(job('slow', 61), 23).catch(rejected);
      const look = async ({ aborted }: AbortSignal) =>
        log(aborted ? 'called with an aborted signal' : 'called with a signal');
      await deadline.run(look).catch(rejected);
    },
    { mayLeave },
  );

/** 101 ms, and three calls of the same step, which takes 61 ms. The limits: 23, 31, 53 ms. */
const limited = () =>
  observe(
    async ({ job, call }) => {
      const slow = job('slow', 61);
      const deadline = new Deadline(101);
      for (const limit of [23, 31, 53])
        await call('run', () => deadline.run(slow, limit)).catch(rejected);
    },
    {
      mayLeave,
      plan: {
        run: [
          [0, 23, { fails: true }],
          [23, 54, { fails: true }],
          [54, 101, { fails: true }],
        ],
        slow: [
          [0, 23, { aborted: 23 }],
          [23, 54, { aborted: 54 }],
          [54, 101, { aborted: 101 }],
        ],
      },
    },
  );

/** 53 ms, and four steps at a time: 'a' has a limit of 23 ms, 'b' of 41 ms, 'd' of 71 ms. 'c' takes 31 ms. */
const atATime = () =>
  observe(
    ({ job, call }) => {
      const deadline = new Deadline(53);
      return Promise.all([
        call('run a', () => deadline.run(job('a', 97), 23)).catch(rejected),
        call('run b', () => deadline.run(job('b', 97), 41)).catch(rejected),
        call('run c', () => deadline.run(job('c', 31))).catch(rejected),
        call('run d', () => deadline.run(job('d', 97), 71)).catch(rejected),
      ]);
    },
    {
      mayLeave,
      plan: {
        'run a': [0, 23, { fails: true }],
        a: [0, 23, { aborted: 23 }],
        'run b': [0, 41, { fails: true }],
        b: [0, 41, { aborted: 41 }],
        'run c': [0, 31],
        c: [0, 31],
        'run d': [0, 53, { fails: true }],
        d: [0, 53, { aborted: 53 }],
      },
    },
  );

/**
 * The caller quits at 17 ms: 'a' and 'b' are running. 'c' and 'd' have other deadlines, of 53 and 41 ms; 'e' has one of
 * 11 ms, of the same caller.
 */
const quitting = () =>
  observe(
    ({ job, call, at }) => {
      const stop = new AbortController();
      const deadline = new Deadline(53, stop.signal);
      const other = new Deadline(53, new AbortController().signal);
      at(17, () => stop.abort(new Error('the user has left')), 'user leaves');
      return Promise.all([
        call('run a', () => deadline.run(job('a', 97))).catch(rejected),
        call('run b', () => deadline.run(job('b', 97), 41)).catch(rejected),
        call('run c', () => other.run(job('c', 97))).catch(rejected),
        call('run d', () => new Deadline(41).run(job('d', 97))).catch(rejected),
        call('run e', () => new Deadline(11, stop.signal).run(job('e', 97))).catch(rejected),
      ]);
    },
    {
      mayLeave,
      plan: {
        'run a': [0, 17, { fails: true }],
        a: [0, 17, { aborted: 17 }],
        'run b': [0, 17, { fails: true }],
        b: [0, 17, { aborted: 17 }],
        'run c': [0, 53, { fails: true }],
        c: [0, 53, { aborted: 53 }],
        'run d': [0, 41, { fails: true }],
        d: [0, 41, { aborted: 41 }],
        'run e': [0, 11, { fails: true }],
        e: [0, 11, { aborted: 11 }],
      },
    },
  );

/** A step that is running when the caller quits at 17 ms, or waits for nothing but that. */
const quit = async (reason: unknown, { isBusy = true, end = asItIs } = {}) => {
  const stop = new AbortController();
  const trace = await observe(
    ({ job, call, at }) => {
      const deadline = new Deadline(53, stop.signal);
      at(17, () => stop.abort(reason), 'user leaves');
      const step = job('page', 97);
      return end(call('call', () => (isBusy ? deadline.run(step) : deadline.pause(31))));
    },
    { mayLeave, plan: { call: [0, 17, { fails: true }] } },
  );
  return { trace, reason: stop.signal.reason };
};

type Why = 'the time' | 'the limit' | 'the caller';

/**
 * A step that is told to stop at 41 ms, for one of three causes, and then needs so many ms. Where that is long, the
 * other causes come at 53 ms, while it is stopping. `settle` is what it does when it has stopped.
 */
const stopping = (
  why: Why,
  stopsIn: number,
  settle: () => Promise<unknown> = () => Promise.reject(new Error('cannot be closed')),
) => {
  const stop = new AbortController();
  const reason = new Error('the user has left');
  const trace = observe(
    ({ job, call, at }) => {
      const page = job('page', 97, { stopsIn });
      const op = (signal: AbortSignal) => page(signal).catch(settle);
      const deadline = new Deadline(why === 'the time' ? 41 : 53, stop.signal);
      at(why === 'the caller' ? 41 : 53, () => stop.abort(reason), 'user leaves');
      const limit = why === 'the limit' ? 41 : 67;
      return call('run', () => deadline.run(op, limit)).then(boxed);
    },
    { mayLeave, plan: { run: [0, 41 + stopsIn], page: [0, 41 + stopsIn, { aborted: 41 }] } },
  );
  return { trace, reason };
};

/** The page cannot be closed when the caller has quit with this reason. */
const closingFails = async (given: unknown) => {
  const stop = new AbortController();
  const trace = await observe(
    ({ job, call, at }) => {
      const page = job('page', 97, { stopsIn: 7 });
      const deadline = new Deadline(53, stop.signal);
      at(17, () => stop.abort(given), 'user leaves');
      const op = (signal: AbortSignal) =>
        page(signal).catch(() => {
          throw new Error('cannot be closed');
        });
      return call('run', () => deadline.run(op)).then(boxed);
    },
    { mayLeave, plan: { run: [0, 24, { fails: true }], page: [0, 24, { aborted: 17 }] } },
  );
  return { trace, reason: stop.signal.reason };
};

/** Quietly: whatever it does in the end. */
const deaf = (limit?: number) =>
  observe(
    ({ job }) => {
      const page = job('page', 10_007);
      return new Deadline(53).run(() => page(), limit).catch(rejected);
    },
    { mayLeave },
  );

/** A step of 31 ms in a deadline of 53 ms, with a limit of 41 ms or without one. The program goes on for 71 ms. */
const inTime = (end: { gives: unknown } | { failsWith: unknown }, limit?: number) =>
  observe(
    ({ at, job, call }) => {
      const page = job<unknown>('page', 31, end);
      at(71, () => {});
      return call('run', () => new Deadline(53).run(page, limit)).then(boxed);
    },
    { mayLeave, plan: { run: [0, 31, { fails: 'failsWith' in end }], page: [0, 31] } },
  );

/** Throws in the call. */
const throwing = (reason: unknown) =>
  observe(
    ({ call }) => {
      const op = () => {
        throw reason;
      };
      return call('run', () => new Deadline(53).run(op));
    },
    { mayLeave, plan: { run: [0, 0, { fails: true }] } },
  );

/** Throws in the call, and logs if its signal is aborted after that. */
const throwingAndListening = () =>
  observe(
    ({ at, log }) => {
      at(71, () => {});
      const op = (signal: AbortSignal) => {
        signal.addEventListener('abort', () => log('told to stop'));
        throw new Error('no such page');
      };
      return new Deadline(53).run(op).catch(rejected);
    },
    { mayLeave },
  );

type Begin = 'run' | 'pause';

/** 52 of 53 ms have passed, and a step is started. */
const lastMs = () =>
  observe(
    async ({ job, call, sleep }) => {
      const deadline = new Deadline(53);
      await sleep(52);
      await call('run', () => deadline.run(job('page', 97))).catch(rejected);
    },
    {
      mayLeave,
      plan: { sleep: [0, 52], run: [52, 53, { fails: true }], page: [52, 53, { aborted: 53 }] },
    },
  );

/** 53 ms, and a call so many ms later: the program waits meanwhile, or its CPU is busy. */
const tooLate = (begin: Begin, ms: number, isBusy: boolean, end = asItIs) =>
  observe(
    ({ job, call, burn, sleep }) => {
      const deadline = new Deadline(53);
      const page = job('page', 31);
      const next = () =>
        end(call(begin, () => (begin === 'run' ? deadline.run(page, 31) : deadline.pause(7))));
      if (!isBusy) return sleep(ms).then(next);
      burn(ms);
      return next();
    },
    {
      mayLeave,
      plan: { [isBusy ? 'burn' : 'sleep']: [0, ms], [begin]: [ms, ms, { fails: true }] },
    },
  );

/** The caller has quit before the construction, or 17 ms after it and 13 ms before the call. */
const quitBefore = async (begin: Begin, given: unknown, isEarly: boolean, end = asItIs) => {
  const stop = new AbortController();
  if (isEarly) stop.abort(given);
  const trace = await observe(
    async ({ job, call, at, sleep }) => {
      const deadline = new Deadline(53, stop.signal);
      const page = job('page', 31);
      at(17, () => stop.abort(given));
      await sleep(30);
      return end(call(begin, () => (begin === 'run' ? deadline.run(page) : deadline.pause(7))));
    },
    { mayLeave, plan: { sleep: [0, 30], [begin]: [30, 30, { fails: true }] } },
  );
  return { trace, reason: stop.signal.reason };
};

/** Pauses of 19 and 17 ms, and a step of 13 ms between them. Nothing else keeps the program running. */
const pauses = (hasSignal: boolean) =>
  observe(
    async ({ job, call, controller }) => {
      const deadline = new Deadline(53, hasSignal ? controller().signal : undefined);
      await call('pause', () => deadline.pause(19));
      await call('run', () => deadline.run(job('page', 13)));
      await call('pause', () => deadline.pause(17));
    },
    {
      mayLeave,
      plan: {
        pause: [
          [0, 19],
          [32, 49],
        ],
        run: [19, 32],
        page: [19, 32],
      },
    },
  );

/** Three pauses and a step at a time. The caller quits at 31 ms. */
const pausesAtATime = () =>
  observe(
    ({ job, call, at }) => {
      const stop = new AbortController();
      const deadline = new Deadline(53, stop.signal);
      at(31, () => stop.abort(new Error('the user has left')), 'user leaves');
      return Promise.all([
        call('pause of 23', () => deadline.pause(23)),
        call('pause of 47', () => deadline.pause(47)).catch(rejected),
        call('run', () => deadline.run(job('page', 19))),
        call('pause of 37', () => deadline.pause(37)).catch(rejected),
        call('pause of 13', () => deadline.pause(13)),
      ]);
    },
    {
      mayLeave,
      plan: {
        'pause of 23': [0, 23],
        'pause of 47': [0, 31, { fails: true }],
        run: [0, 19],
        page: [0, 19],
        'pause of 37': [0, 31, { fails: true }],
        'pause of 13': [0, 13],
      },
    },
  );

/** 12 of 53 ms have passed, and a pause of so many ms is asked for. */
const pauseOf = (ms: number) =>
  observe(
    async ({ call, sleep }) => {
      const deadline = new Deadline(53);
      await sleep(12);
      return call('pause', () => deadline.pause(ms));
    },
    { mayLeave },
  );

/** A pause that is too long, and a step after that. */
const refusedAndRun = () =>
  observe(
    async ({ job, call }) => {
      const deadline = new Deadline(53);
      await call('pause', () => deadline.pause(71)).catch(rejected);
      return call('run', () => deadline.run(job('page', 31)));
    },
    { mayLeave, plan: { pause: [0, 0, { fails: true }], run: [0, 31], page: [0, 31] } },
  );

/** A deadline of 53 ms whose caller does not quit, and what is done under it. */
const undisturbed = (work: (deadline: Deadline) => Promise<unknown>) =>
  observe(({ controller }) => work(new Deadline(53, controller().signal)).catch(rejected), {
    mayLeave,
  });

/** What the constructor makes of a time. */
const constructed = (ms: number, signal?: AbortSignal) =>
  observe(
    () => {
      try {
        new Deadline(ms, signal);
        return 'no error';
      } catch (error) {
        if (error instanceof Error && error.message.startsWith('TODO')) throw error;
        return error instanceof RangeError ? 'RangeError' : error;
      }
    },
    { mayLeave },
  );

/** What `run` and `pause` make of one. */
const asked = (begin: Begin, ms: number, end = asItIs) =>
  observe(
    ({ job, call }) => {
      const deadline = new Deadline(53);
      const page = job('page', 31);
      return end(
        call(begin, () => (begin === 'run' ? deadline.run(page, ms) : deadline.pause(ms))),
      );
    },
    { mayLeave, plan: { [begin]: [0, 0, { fails: true }] } },
  );

/** A step of so many ms without any limit. */
const unlimited = (takes: number) =>
  observe(
    async ({ job, call }) => {
      const deadline = new Deadline(Infinity);
      await call('run', () => deadline.run(job('page', takes), Infinity)).catch(rejected);
      return deadline.left();
    },
    { mayLeave, plan: { run: [0, takes], page: [0, takes] } },
  );

/** A step with a limit of 31 ms, and a pause, in a deadline that never comes. */
const onlyLimited = () =>
  observe(
    async ({ job, call }) => {
      const deadline = new Deadline(Infinity);
      await call('run', () => deadline.run(job('page', 97), 31)).catch(rejected);
      await call('pause', () => deadline.pause(17));
    },
    {
      mayLeave,
      plan: {
        run: [0, 31, { fails: true }],
        page: [0, 31, { aborted: 31 }],
        pause: [31, 48],
      },
    },
  );

test('returns how many ms are left, also between the steps, and never less than 0', async () => {
  await again(chain, (trace) =>
    expect(trace).toGive(
      [101, 72, 35, 0],
      'left() is called before the first step and after each step. What is left is never less than 0.',
    ),
  );
  expect(await meanwhile()).toLog(
    [11, '42 left'],
    [18, '35 left'],
    [47, '6 left'],
    [78, '0 left'],
    [78, '1 left of the other one'],
    'The clock goes on, whatever the steps do: the time is up 53 ms after the construction.',
  );
});

test('calls op once, during the call, with a signal that is not aborted', async () => {
  expect(await chain()).toStart('page', 1);
  expect(await sameStep()).toStart(
    'page',
    3,
    'Each call of run() calls its step, also when it is the same function.',
  );
  for (const hasSignal of [false, true]) {
    expect(await logging(undefined, hasSignal)).toLogInTheCall('called with a signal');
    expect(await logging(31, hasSignal)).toLogInTheCall('called with a signal');
  }
  expect(await nextToALimit()).toLog(
    [23, 'called with a signal'],
    'The limit of the step before it was over. It ends that step only: the next one is called, with a signal of its own.',
  );
});

test('aborts the signal of a running step when the time is up, with a TimeoutError', async () => {
  expect(await chain()).toAbort({ page: 101 }, SHARED);
  expect(await lastMs()).toAbort({ page: 53 }, SHARED);
  for (const hasSignal of [false, true]) {
    expect(await logging(undefined, hasSignal)).toLog(
      [0, 'called with a signal'],
      [53, 'reason: TimeoutError'],
      "The reason says why: pass an Error whose name is 'TimeoutError' to abort().",
    );
  }
});

test('aborts the signal of a step when its limit is over, and of no other step', async () => {
  await again(limited, (trace) => {
    expect(trace).toStart('slow', 3, NEXT);
    expect(trace).toRunAsPlanned(NEXT);
  });
  await together(atATime, (trace) =>
    expect(trace).toRunAsPlanned('Each step has a signal and a limit of its own.'),
  );
  for (const limit of [31, 1]) {
    expect(await logging(limit)).toLog(
      [0, 'called with a signal'],
      [limit, 'reason: TimeoutError'],
      "The reason says why: pass an Error whose name is 'TimeoutError' to abort().",
    );
  }
});

test('aborts the signals of all running steps when the caller quits, with the same reason', async () => {
  await again(quitting, (trace) => {
    expect(trace).toAbort({ a: 17, b: 17, c: 53, d: 41, e: 11 }, WHOSE);
    expect(trace).toRunAsPlanned(WHOSE);
  });
  await eachReason(
    ['the signal'],
    async (reasons) => {
      const { trace, reason } = await quit(reasons['the signal']);
      expect(trace).toRejectWith(reason, 17, 'The reason of the caller says who stopped it.');
    },
    'is aborted with',
  );
});

test('settles only when op has ended, with its value, or with the reason of the abort', async () => {
  for (const limit of [undefined, 31]) expect(await deaf(limit)).toSettleLast();
  for (const stopsIn of [7, 19]) {
    for (const why of ['the time', 'the limit'] as const)
      expect(await stopping(why, stopsIn).trace).toFailWith(TIMEOUT, 41 + stopsIn, FIRST);
    const { trace, reason } = stopping('the caller', stopsIn);
    expect(await trace).toRejectWith(reason, 41 + stopsIn, FIRST);
  }
  await eachReason(['page'], async ({ page }) => {
    expect(await stopping('the time', 7, () => Promise.reject(page)).trace).toFailWith(
      TIMEOUT,
      48,
      FIRST,
    );
  });
  await eachReason(
    ['the signal'],
    async (reasons) => {
      const { trace, reason } = await closingFails(reasons['the signal']);
      expect(trace).toRejectWith(reason, 24, FIRST);
    },
    'is aborted with',
  );
  await eachValue(['page'], async ({ page }) => {
    const end = Promise.resolve({ page });
    for (const why of ['the time', 'the limit', 'the caller'] as const) {
      const trace = await stopping(why, 7, () => end.then((box) => box.page)).trace;
      expect(trace).toGive({ fulfilled: page }, LATE);
      expect(trace).toTake(48);
    }
  });
});

test('settles as op does when it ends in time, and does not abort its signal after that', async () => {
  for (const limit of [undefined, 41]) {
    await eachValue(['page'], async ({ page }) => {
      const trace = await inTime({ gives: page }, limit);
      expect(trace).toGive({ fulfilled: page }, IN_TIME);
      expect(trace).toTake(31);
      expect(trace).toAbortOnlyRunning();
    });
    await eachReason(['page'], async ({ page }) => {
      const trace = await inTime({ failsWith: page }, limit);
      expect(trace).toRejectWith(page, 31, IN_TIME);
      expect(trace).toAbortOnlyRunning();
    });
  }
  // The operation may have a limit of its own.
  const own = new DOMException('the server is slow', 'TimeoutError');
  expect(await inTime({ failsWith: own })).toRejectWith(own, 31, IN_TIME);
  await eachReason(
    ['op'],
    async ({ op }) => {
      expect(await throwing(op)).toRejectWith(op, 0, IN_TIME);
    },
    'throws',
  );
  expect(await throwingAndListening()).toLog('An operation that has thrown is over.');
});

test('rejects immediately, and starts nothing, when the time is up or the caller has quit', async () => {
  const gone = AbortSignal.abort(new Error('the user has left'));
  expect(await constructed(53, gone)).toGive('no error', BEFORE);
  for (const begin of ['run', 'pause'] as const) {
    for (const isBusy of [true, false]) {
      for (const ms of [53, 59]) {
        expect(await tooLate(begin, ms, isBusy)).toFailWith(TIMEOUT, ms, REFUSED);
        const trace = await tooLate(begin, ms, isBusy, quietly);
        expect(trace).toStart('page', 0, REFUSED);
        expect(trace).toRunAsPlanned(REFUSED);
      }
    }
    for (const isEarly of [true, false]) {
      const because = isEarly ? BEFORE : REFUSED;
      const { trace } = await quitBefore(begin, new Error('the user has left'), isEarly, quietly);
      expect(trace).toStart('page', 0, because);
      expect(trace).toRunAsPlanned(because);
      await eachReason(
        ['the signal'],
        async (reasons) => {
          const { trace, reason } = await quitBefore(begin, reasons['the signal'], isEarly);
          expect(trace).toRejectWith(reason, 30, because);
        },
        'was aborted with',
      );
    }
  }
});

test('fulfils after exactly the ms of a pause, or rejects when the caller quits', async () => {
  for (const hasSignal of [false, true]) {
    await again(
      () => pauses(hasSignal),
      (trace) => expect(trace).toRunAsPlanned(),
    );
  }
  expect(await pauseOf(1)).toTake(13);
  await eachReason(
    ['the signal'],
    async (reasons) => {
      const { trace, reason } = await quit(reasons['the signal'], { isBusy: false });
      expect(trace).toRejectWith(
        reason,
        17,
        'The caller quit at 17 ms, in the middle of a pause: end it at that moment, with their reason.',
      );
    },
    'is aborted with',
  );
  await again(pausesAtATime, (trace) => expect(trace).toRunAsPlanned());
});

test('rejects a pause immediately that takes as long as what is left, or longer', async () => {
  for (const ms of [41, 42, 89]) {
    expect(await pauseOf(ms)).toFailWith(
      TIMEOUT,
      12,
      `At 12 ms it was known that 41 ms were left, and that a pause of ${ms} ms leaves no time for a step.`,
    );
  }
  expect(await pauseOf(40)).toTake(52);
  expect(await refusedAndRun()).toRunAsPlanned('The next step can use what is left.');
});

test('sets one timer for a step, and leaves none, and no listener, when nothing is running', async () => {
  expect(await undisturbed(async () => 'nothing is run')).toSetTimers(
    0,
    'A deadline is a time on the clock. It needs no timer until a step is running.',
  );
  const ends = [
    undisturbed((deadline) => deadline.run(async () => 'PAGE')),
    undisturbed((deadline) => deadline.run(() => Promise.reject(new Error('no such page')), 31)),
    undisturbed((deadline) => deadline.pause(11)),
    undisturbed((deadline) => deadline.pause(71)),
    inTime({ gives: 'PAGE' }, 41),
    throwing(new Error('no such page')),
    chain(),
    limited(),
    quit(new Error('the user has left')).then(({ trace }) => trace),
    quit(new Error('the user has left'), { isBusy: false }).then(({ trace }) => trace),
    pauses(true),
    pausesAtATime(),
  ];
  for (const trace of ends) expect(await trace).toLeaveNothing();
  for (const limit of [undefined, 41, 71])
    expect(await inTime({ gives: 'PAGE' }, limit)).toSetTimers(
      1,
      'The limit and what is left are known when the step begins: one timer, for the earlier of the two, is enough.',
    );
  for (const scene of [inTime({ gives: 'PAGE' }), pauses(false), pauses(true)])
    expect(await scene).toFireTimersOnce();
});

test('takes no time that is less than 1, or NaN, and takes Infinity for no limit', async () => {
  for (const ms of [0, -1, Number.NaN, -Infinity]) {
    expect(await constructed(ms)).toGive(
      'RangeError',
      `The constructor got ${ms}, which is no time: throw a RangeError there.`,
    );
    for (const begin of ['run', 'pause'] as const) {
      const because = `It was called with ${ms} ms, which is no time: reject with a RangeError.`;
      expect(await asked(begin, ms, quietly)).toRunAsPlanned(because);
      expect(await asked(begin, ms)).toFailWith({ name: 'RangeError' }, 0, because);
    }
  }
  expect(await constructed(1)).toGive('no error');
  const trace = await unlimited(10_007);
  expect(trace).toStart('page', 1, 'Infinity is a time, too: it says that there is no limit.');
  expect(trace).toAbort({}, 'setTimeout takes Infinity for 1 ms.');
  expect(trace).toRunAsPlanned();
  expect(trace).toGive(Infinity);
  expect(trace).toSetTimers(0);
  expect(await logging(Infinity)).toLog(
    [0, 'called with a signal'],
    [53, 'reason: TimeoutError'],
    'A step without a limit of its own has what is left of the deadline, and no more.',
  );
  expect(await onlyLimited()).toRunAsPlanned();
});
