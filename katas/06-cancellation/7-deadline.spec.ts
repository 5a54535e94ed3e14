import type { Lab, Plan } from '#lab';
import { again, eachCase, eachReason, eachValue, expect, observe, test, together } from '#lab';
import { Deadline } from './7-deadline.ts';

const TIMEOUT = { name: 'TimeoutError' };
const RANGE = { name: 'RangeError' };
const LEFT = new Error('the user has left');

/** What is left behind has its own test. */
const mayLeave: ('work' | 'timer' | 'listener')[] = ['work', 'timer', 'listener'];

const CLOCK =
  'The clock goes on, whatever the steps and the caller do: the time is up 53 ms after the construction.';
const SHARED =
  'All steps of a deadline share its time: it is up so many ms after the construction, not after the call of run().';
const NEXT =
  'A limit counts from the call of run(), and ends that step only. The next step has what is left, and no more.';
const NAMED = "The reason says why: pass an Error whose name is 'TimeoutError' to abort().";
const WHOSE =
  "The caller of 'a' and 'b' quits at 17 ms. 'c', 'd' and 'e' have other deadlines, and run until the time is up.";
const WHO = 'The reason of the caller says who stopped it.';
const INSIDE =
  'The step aborts the signal of the caller during its own call. It is running already.';
const FIRST = 'What aborted its signal first is the cause. What comes after that is a consequence.';
const IN_TIME = 'The step ended in time: what it returns or throws is the result.';
const LATE =
  'The value came late, and it is there: what it holds open is lost if the caller does not get it.';
const REFUSED = 'Look at the time and at the signal of the caller first, before you start a step.';
const BEFORE =
  "The signal had been aborted before the construction, and its 'abort' event does not come again. run() and pause() reject with its reason when they are called.";
const MID_PAUSE =
  'The caller quit at 17 ms, in the middle of a pause: end it at that moment, with their reason.';

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

const fails = (from: number, to: number) => [from, to, { fails: true }] as const;
const stops = (from: number, to: number, aborted = to) => [from, to, { aborted }] as const;

/** What a deadline gets as the signal of its caller. */
type Caller = (lab: Lab) => AbortSignal | undefined;
const nobody: Caller = () => undefined;
const patient: Caller = ({ controller }) => controller().signal;

const quits = (ms: number, reason: unknown = LEFT): Caller => {
  return ({ at, controller }) => {
    const stop = controller();
    at(ms, () => stop.abort(reason), 'user leaves');
    return stop.signal;
  };
};

const eachCaller = (check: (caller: Caller) => Promise<void>) =>
  eachCase({ '': nobody, 'When the caller has a signal and does not quit:': patient }, check);

/** With every reason that a signal may have. (It makes an error of its own of `undefined`.) */
const eachQuit = (check: (reason: unknown) => Promise<void>) => {
  const reasonOf = (given: unknown) => AbortSignal.abort(given).reason;
  return eachReason(['the signal'], (all) => check(reasonOf(all['the signal'])), 'is aborted with');
};

type Setting = { ms?: number; caller?: Caller; plan?: Plan };

/** What is done under a deadline, of 53 ms where nothing else is said. */
const scene = (
  { ms = 53, caller = nobody, plan }: Setting,
  work: (deadline: Deadline, lab: Lab) => unknown,
) => {
  const options = plan ? { mayLeave, plan } : { mayLeave };
  return observe((lab) => work(new Deadline(ms, caller(lab)), lab), options);
};

/** 101 ms for three steps. 'login' takes 29 ms and 'lookup' 37. 'page' would take 97, and needs 7 to stop. */
const chain = (caller = nobody) => {
  const plan: Plan = {
    run: [[0, 29], [29, 66], fails(66, 108)],
    login: [0, 29],
    lookup: [29, 66],
    page: stops(66, 108, 101),
  };
  return scene({ ms: 101, caller, plan }, async (deadline, { job, call, log }) => {
    const seen = [deadline.left()];
    log(`${seen[0]} left`);
    const steps = [job('login', 29), job('lookup', 37), job('page', 97, { stopsIn: 7 })];
    for (const step of steps) {
      await quietly(call('run', () => deadline.run(step)));
      seen.push(deadline.left());
      log(`${seen.at(-1)} left`);
    }
    return seen;
  });
};

/** Two deadlines of 53 and 61 ms. Time passes without a step, with a busy CPU, and with two steps at a time. */
const meanwhile = (caller: Caller) =>
  scene({ caller }, async (deadline, { job, log, burn, sleep }) => {
    const look = () => log(`${deadline.left()} left`);
    await sleep(11);
    look();
    burn(7);
    look();
    const other = new Deadline(61);
    // What the first one does not use of its limit is not lost.
    const steps = [deadline.run(job('a', 19), 31), deadline.run(job('b', 23))].map(quietly);
    await sleep(29);
    look();
    await sleep(31);
    look();
    log(`${other.left()} left of the other one`);
    await Promise.all(steps);
  });

/** What becomes of a step: what it was called with, and why it was told to stop. */
const logging = (limit?: number, caller = nobody) =>
  scene({ caller }, (deadline, { job, log }) => {
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
    return quietly(deadline.run(op, limit));
  });

/** The same step three times: with a limit of 23 ms and without one at the same time, and once after that. */
const sameStep = () => {
  const run = [fails(0, 23), [0, 31], [31, 62]] as const;
  const page = [stops(0, 23), [0, 31], [31, 62]] as const;
  return scene({ ms: 101, plan: { run, page } }, async (deadline, { job, call }) => {
    const page = job('page', 31);
    const run = (limit?: number) => quietly(call('run', () => deadline.run(page, limit)));
    await Promise.all([run(23), run()]);
    await run();
  });
};

/** 101 ms, and three calls of the same step, which takes 61 ms. The limits: 23, 31, 53 ms. */
const limited = (caller = nobody) => {
  const run = [fails(0, 23), fails(23, 54), fails(54, 101)];
  const slow = [stops(0, 23), stops(23, 54), stops(54, 101)];
  return scene({ ms: 101, caller, plan: { run, slow } }, async (deadline, { job, call }) => {
    const step = job('slow', 61);
    for (const limit of [23, 31, 53]) await quietly(call('run', () => deadline.run(step, limit)));
  });
};

/** Steps that are started at 0 ms, and told to stop at these times. */
const stopped = (times: Record<string, number>): Plan =>
  Object.fromEntries(
    Object.entries(times).flatMap(([name, at]) => [
      [`run ${name}`, fails(0, at)],
      [name, stops(0, at)],
    ]),
  );

/** 53 ms, and so much at a time: the limits of 'a', 'b' and 'd' are 23, 41 and 71 ms. 'c' takes 31 ms. */
const atATime = () => {
  const unstopped: Plan = { 'run c': [0, 31], c: [0, 31], pause: [0, 47] };
  return scene(
    { plan: { ...stopped({ a: 23, b: 41, d: 53 }), ...unstopped } },
    (deadline, { job, call }) => {
      const run = (name: string, takes: number, limit?: number) =>
        quietly(call(`run ${name}`, () => deadline.run(job(name, takes), limit)));
      const steps = [run('a', 97, 23), run('b', 97, 41), run('c', 31)];
      const pause = quietly(call('pause', () => deadline.pause(47)));
      return Promise.all([...steps, pause, run('d', 97, 71)]);
    },
  );
};

/** When the caller quits at 17 ms, 'a' and 'b' are running. 'e' has a deadline of 11 ms, of the same caller. */
const QUITTING = { a: 17, b: 17, c: 53, d: 41, e: 11 };
const quitting = () => {
  const begin = (lab: Lab) => {
    const caller = quits(17)(lab);
    const deadline = new Deadline(53, caller);
    const run = (name: string, whose: Deadline, limit?: number) =>
      quietly(lab.call(`run ${name}`, () => whose.run(lab.job(name, 97), limit)));
    return Promise.all([
      run('a', deadline),
      run('b', deadline, 41),
      run('c', new Deadline(53, new AbortController().signal)),
      run('d', new Deadline(41)),
      run('e', new Deadline(11, caller)),
    ]);
  };
  return observe(begin, { mayLeave, plan: stopped(QUITTING) });
};

type Begin = 'run' | 'pause';
const BEGIN = ['run', 'pause'] as const;

/** `asks` is the limit of the step, or the time of the pause; `until` is when it rejects, if not immediately. */
type Begun = Setting & { asks?: number; at?: number; isBusy?: boolean; until?: number; end?: End };

/** A step of 97 ms, or a pause. Before it so many ms pass, in which the program waits, or its CPU is busy. */
const begun = (
  begin: Begin,
  { asks, at = 0, isBusy = false, until = at, end = asItIs, ...setting }: Begun,
) => {
  const before = at > 0 && { [isBusy ? 'burn' : 'sleep']: [0, at] as const };
  const page = begin === 'run' && until > at && { page: stops(at, until) };
  return scene(
    { plan: { ...before, [begin]: fails(at, until), ...page }, ...setting },
    (deadline, { job, call, burn, sleep }) => {
      const page = job('page', 97);
      const calls = {
        run: () => deadline.run(page, asks),
        pause: () => deadline.pause(asks ?? 31),
      };
      const next = () => end(call<Promise<unknown>>(begin, calls[begin]));
      if (at > 0 && !isBusy) return sleep(at).then(next);
      if (at > 0) burn(at);
      return next();
    },
  );
};

type Why = 'the time' | 'the limit' | 'the caller';

/**
 * A step that is told to stop at 41 ms, for one of three causes, and then needs so many ms. Where that is long, the
 * other causes come at 53 ms, while it is stopping. `settle` is what it does when it has stopped.
 */
const stopping = (
  why: Why,
  { stopsIn = 7, reason = LEFT as unknown, isLimited = true } = {},
  settle?: () => Promise<unknown>,
) => {
  const ms = why === 'the time' ? 41 : 53;
  const limit = why === 'the limit' ? 41 : 67;
  const caller = quits(why === 'the caller' ? 41 : 53, reason);
  const end = 41 + stopsIn;
  const plan: Plan = { run: settle ? [0, end] : fails(0, end), page: stops(0, end, 41) };
  const cannotClose = () => Promise.reject(new Error('cannot be closed'));
  return scene({ ms: isLimited ? ms : Infinity, caller, plan }, (deadline, { job, call }) => {
    const page = job('page', 97, { stopsIn });
    const op = (signal: AbortSignal) => page(signal).catch(settle ?? cannotClose);
    return call('run', () => deadline.run(op, isLimited ? limit : Infinity)).then(boxed);
  });
};

/** The step itself aborts the signal of the caller, during its call. */
const quittingInside = (throws: boolean) => {
  const stop = new AbortController();
  return scene({ caller: () => stop.signal }, (deadline, { job, call }) => {
    const page = job('page', 97);
    const op = (signal: AbortSignal) => {
      stop.abort(LEFT);
      if (throws) throw new Error('cannot be closed');
      return page(signal);
    };
    return call('run', () => deadline.run(op));
  });
};

/** A step of 31 ms, with a limit of 41 ms or without one. The program goes on for 71 ms. */
type Ends = { gives: unknown } | { failsWith: unknown };
const inTime = (ends: Ends, limit?: number, caller = nobody) =>
  scene(
    { caller, plan: { run: 'gives' in ends ? [0, 31] : fails(0, 31), page: [0, 31] } },
    (deadline, { at, job, call }) => {
      const page = job<unknown>('page', 31, ends);
      at(71, () => {});
      return call('run', () => deadline.run(page, limit)).then(boxed);
    },
  );

/** Throws in the call, and logs if its signal is aborted after that. */
const throwing = (reason: unknown, caller: Caller, end = asItIs) =>
  scene({ caller, plan: { run: fails(0, 0) } }, (deadline, { at, call, log }) => {
    at(71, () => {});
    const op = (signal: AbortSignal) => {
      signal.addEventListener('abort', () => log('told to stop'));
      throw reason;
    };
    return end(call('run', () => deadline.run(op)));
  });

/** Pauses of 19 and 17 ms, and a step of 13 ms between them. Nothing else keeps the program running. */
const pauses = (caller: Caller) => {
  const pause = [
    [0, 19],
    [32, 49],
  ] as const;
  return scene(
    { caller, plan: { pause, run: [19, 32], page: [19, 32] } },
    async (deadline, { job, call }) => {
      await call('pause', () => deadline.pause(19));
      await call('run', () => deadline.run(job('page', 13)));
      await call('pause', () => deadline.pause(17));
    },
  );
};

/** Four pauses and a step at a time. The caller quits at 31 ms. */
const pausesAtATime = () => {
  const plan: Plan = {
    'pause of 23': [0, 23],
    'pause of 47': fails(0, 31),
    run: [0, 19],
    page: [0, 19],
    'pause of 37': fails(0, 31),
    'pause of 13': [0, 13],
  };
  return scene({ caller: quits(31), plan }, (deadline, { job, call }) => {
    const pause = (ms: number) => quietly(call(`pause of ${ms}`, () => deadline.pause(ms)));
    const run = () => call('run', () => deadline.run(job('page', 19)));
    return Promise.all([pause(23), pause(47), run(), pause(37), pause(13)]);
  });
};

const constructed = (ms: number, signal?: AbortSignal) =>
  observe(
    async () => {
      new Deadline(ms, signal);
      return 'no error';
    },
    { mayLeave },
  );

/** A step of some 10 seconds, with as much time as this, and what is left of it. */
const longStep = (ms: number) =>
  scene({ ms, plan: { run: [0, 10_007], page: [0, 10_007] } }, async (deadline, { job, call }) => {
    await quietly(call('run', () => deadline.run(job('page', 10_007), ms)));
    return deadline.left();
  });

test('returns how many ms are left, also between the steps, and never less than 0', async () => {
  const because =
    'left() is called before the first step and after each step. What is left is never less than 0.';
  await again(chain, (trace) => expect(trace).toGive([101, 72, 35, 0], because));
  for (const caller of [nobody, quits(45)])
    expect(await meanwhile(caller)).toLog(
      [11, '42 left'],
      [18, '35 left'],
      [47, '6 left'],
      [78, '0 left'],
      [78, '1 left of the other one'],
      CLOCK,
    );
});

test('calls op once, during the call, with a signal that is not aborted', async () => {
  expect(await chain()).toStart('page', 1);
  await eachCaller(async (caller) => {
    for (const limit of [undefined, 31])
      expect(await logging(limit, caller)).toLogInTheCall('called with a signal');
  });
  const next = await scene({ ms: 101 }, async (deadline, { job }) => {
    await quietly(deadline.run(job('slow', 61), 23));
    return deadline.run(async ({ aborted }) => (aborted ? 'an aborted signal' : 'a signal'));
  });
  expect(next).toGive(
    'a signal',
    'The limit of the step before it was over. It ends that step only: the next one is called, with a signal of its own.',
  );
  const same = 'Each call of run() calls its step, also when it is the same function.';
  expect(await sameStep()).toStart('page', 3, same);
});

test('aborts the signal of a running step when the time is up, with a TimeoutError', async () => {
  await eachCaller(async (caller) => {
    expect(await chain(caller)).toAbort({ page: 101 }, SHARED);
    const trace = await logging(undefined, caller);
    expect(trace).toLog([0, 'called with a signal'], [53, 'reason: TimeoutError'], NAMED);
  });
  const lastMs = await begun('run', { at: 52, until: 53, end: quietly });
  expect(lastMs).toAbort({ page: 53 }, SHARED);
});

test('aborts the signal of a step when its limit is over, and of no other step', async () => {
  await eachCaller(async (caller) => {
    const scene = () => limited(caller);
    await again(scene, (trace) => expect(trace).toStart('slow', 3, NEXT));
    await again(scene, (trace) => expect(trace).toRunAsPlanned(NEXT));
  });
  const own = 'Each step has a signal and a limit of its own.';
  await together(atATime, (trace) => expect(trace).toRunAsPlanned(own));
  await together(sameStep, (trace) => expect(trace).toRunAsPlanned(own));
  for (const limit of [31, 1]) {
    const trace = await logging(limit);
    expect(trace).toAbort({ page: limit }, NEXT);
    expect(trace).toLog([0, 'called with a signal'], [limit, 'reason: TimeoutError'], NAMED);
  }
});

test('aborts the signals of all running steps when the caller quits, with the same reason', async () => {
  await again(quitting, (trace) => {
    expect(trace).toAbort(QUITTING, WHOSE);
    expect(trace).toRunAsPlanned(WHOSE);
  });
  await eachQuit(async (reason) => {
    const quit = { caller: quits(17, reason), until: 17 };
    expect(await begun('run', quit)).toRejectWith(reason, 17, WHO);
    expect(await begun('run', { ...quit, asks: 41 })).toRejectWith(reason, 17, WHO);
  });
});

test('settles only when op has ended, with its value, or with the reason of the abort', async () => {
  for (const caller of [nobody, quits(17)]) {
    for (const limit of [undefined, 31]) {
      const deaf = (deadline: Deadline, { job }: Lab) => {
        const page = job('page', 2_003);
        return quietly(deadline.run(() => page(), limit));
      };
      expect(await scene({ caller }, deaf)).toSettleLast();
    }
  }
  await eachCaller(async (caller) => {
    expect(await begun('run', { caller, until: 53 })).toFailWith(TIMEOUT, 53, FIRST);
  });
  for (const stopsIn of [7, 19]) {
    for (const why of ['the time', 'the limit'] as const)
      expect(await stopping(why, { stopsIn })).toFailWith(TIMEOUT, 41 + stopsIn, FIRST);
    expect(await stopping('the caller', { stopsIn })).toRejectWith(LEFT, 41 + stopsIn, FIRST);
  }
  await eachReason(['page'], async ({ page }) => {
    const trace = await stopping('the time', {}, () => Promise.reject(page));
    expect(trace).toFailWith(TIMEOUT, 48, FIRST);
  });
  await eachQuit(async (reason) => {
    expect(await stopping('the caller', { reason })).toRejectWith(reason, 48, FIRST);
  });
  for (const throws of [false, true])
    expect(await quittingInside(throws)).toRejectWith(LEFT, 0, INSIDE);
  await eachValue(['page'], async ({ page }) => {
    const end = Promise.resolve({ page });
    for (const why of ['the time', 'the limit', 'the caller'] as const) {
      const trace = await stopping(why, {}, () => end.then((box) => box.page));
      expect(trace).toGive({ fulfilled: page }, LATE);
      expect(trace).toTake(48);
    }
  });
});

test('settles as op does when it ends in time, and does not abort its signal after that', async () => {
  await eachCaller(async (caller) => {
    for (const limit of [undefined, 41]) {
      await eachValue(['page'], async ({ page }) => {
        const trace = await inTime({ gives: page }, limit, caller);
        expect(trace).toGive({ fulfilled: page }, IN_TIME);
        expect(trace).toTake(31);
        expect(trace).toAbortOnlyRunning();
      });
      await eachReason(['page'], async ({ page }) => {
        const trace = await inTime({ failsWith: page }, limit, caller);
        expect(trace).toRejectWith(page, 31, IN_TIME);
        expect(trace).toAbortOnlyRunning();
      });
    }
    const check = async ({ op }: { op: unknown }) => {
      expect(await throwing(op, caller)).toRejectWith(op, 0, IN_TIME);
    };
    await eachReason(['op'], check, 'throws');
    const thrown = await throwing(new Error('no such page'), caller, quietly);
    expect(thrown).toLog('An operation that has thrown is over.');
  });
  // The operation may have a limit of its own.
  const own = new DOMException('the server is slow', 'TimeoutError');
  expect(await inTime({ failsWith: own })).toRejectWith(own, 31, IN_TIME);
});

test('rejects immediately, and starts nothing, when the time is up or the caller has quit', async () => {
  expect(await constructed(53, AbortSignal.abort(LEFT))).toGive('no error', BEFORE);
  const startsNothing = async (begin: Begin, refused: Begun, because: string) => {
    const trace = await begun(begin, { ...refused, end: quietly });
    expect(trace).toStart('page', 0, because);
    expect(trace).toRunAsPlanned(because);
  };
  for (const begin of BEGIN) {
    const late = [53, 59].flatMap((at) => [{ at, isBusy: true }, { at }, { at, asks: 7 }]);
    await eachCaller(async (caller) => {
      for (const it of late) {
        const trace = await begun(begin, { ...it, caller });
        expect(trace).toFailWith(TIMEOUT, it.at, REFUSED);
        await startsNothing(begin, { ...it, caller }, REFUSED);
      }
    });
    const early = { at: 30, asks: 7, caller: () => AbortSignal.abort(LEFT) };
    await startsNothing(begin, early, BEFORE);
    await startsNothing(begin, { ...early, caller: quits(17) }, REFUSED);
    await eachQuit(async (reason) => {
      const before = await begun(begin, { ...early, caller: () => AbortSignal.abort(reason) });
      expect(before).toRejectWith(reason, 30, BEFORE);
      const after = await begun(begin, { ...early, caller: quits(17, reason) });
      expect(after).toRejectWith(reason, 30, REFUSED);
    });
  }
});

test('fulfils after exactly the ms of a pause, or rejects when the caller quits', async () => {
  await eachCaller(async (caller) => {
    const scene = () => pauses(caller);
    await again(scene, (trace) => expect(trace).toRunAsPlanned());
  });
  expect(await scene({}, (deadline) => deadline.pause(1))).toTake(1);
  await eachQuit(async (reason) => {
    const quit = { caller: quits(17, reason), until: 17 };
    expect(await begun('pause', quit)).toRejectWith(reason, 17, MID_PAUSE);
  });
  await again(pausesAtATime, (trace) => expect(trace).toRunAsPlanned());
});

test('rejects a pause immediately that takes as long as what is left, or longer', async () => {
  for (const asks of [41, 42, 89, Infinity]) {
    const because = `At 12 ms it was known that 41 ms were left, and that a pause of ${asks} ms leaves no time for a step.`;
    expect(await begun('pause', { at: 12, asks })).toFailWith(TIMEOUT, 12, because);
  }
  const plan: Plan = { sleep: [0, 12], pause: [12, 52] };
  expect(await begun('pause', { at: 12, asks: 40, plan })).toTake(52);
  const after: Plan = { pause: fails(0, 0), run: [0, 31], page: [0, 31] };
  const trace = await scene({ plan: after }, async (deadline, { job, call }) => {
    await quietly(call('pause', () => deadline.pause(71)));
    await call('run', () => deadline.run(job('page', 31)));
  });
  expect(trace).toRunAsPlanned('The next step can use what is left.');
});

test('sets one timer for a step, and leaves none, and no listener, when nothing is running', async () => {
  expect(await scene({}, async () => 'nothing is run')).toSetTimers(
    0,
    'A deadline is a time on the clock. It needs no timer until a step is running.',
  );
  const fail = () => {
    throw new Error('no such page');
  };
  const calls: ((deadline: Deadline) => Promise<unknown>)[] = [
    (deadline) => deadline.run(async () => 'PAGE'),
    (deadline) => deadline.run(async () => fail(), 31),
    (deadline) => deadline.run(fail),
    (deadline) => deadline.run(async () => 'PAGE', 0),
    (deadline) => deadline.pause(11),
    (deadline) => deadline.pause(71),
  ];
  // 53 ms are left, or none.
  const runs = calls.flatMap((call) => [
    (deadline: Deadline) => quietly(call(deadline)),
    (deadline: Deadline, { sleep }: Lab) => sleep(59).then(() => quietly(call(deadline))),
  ]);
  await eachCaller(async (caller) => {
    for (const run of runs) expect(await scene({ caller }, run)).toLeaveNothing();
    const steps = [undefined, 41, 71].map((limit) => inTime({ gives: 'PAGE' }, limit, caller));
    for (const step of steps)
      expect(await step).toSetTimers(
        1,
        'The limit and what is left are known when the step begins: one timer, for the earlier of the two, is enough.',
      );
    for (const it of [...steps, chain(caller), limited(caller), pauses(caller)]) {
      expect(await it).toLeaveNothing();
      expect(await it).toFireTimersOnce();
    }
  });
  for (const begin of BEGIN)
    expect(await begun(begin, { caller: quits(17), until: 17 })).toLeaveNothing();
  expect(await pausesAtATime()).toLeaveNothing();
});

test('takes no time that is less than 1, or NaN, and takes Infinity for no limit', async () => {
  for (const ms of [0, 0.5, -1, Number.NaN, -Infinity]) {
    const thrown = `The constructor got ${ms}, which is no time: throw a RangeError there.`;
    expect(await constructed(ms)).toFailWith(RANGE, 0, thrown);
    for (const begin of BEGIN) {
      const because = `It was called with ${ms} ms, which is no time: reject with a RangeError.`;
      expect(await begun(begin, { asks: ms })).toFailWith(RANGE, 0, because);
      expect(await begun(begin, { asks: ms, end: quietly })).toRunAsPlanned(because);
    }
  }
  expect(await constructed(1)).toGive('no error');
  // The longest time that a timer of Node can wait.
  expect(await longStep(2_147_483_647)).toGive(2_147_473_640);
  const trace = await longStep(Infinity);
  expect(trace).toStart('page', 1, 'Infinity is a time, too: it says that there is no limit.');
  expect(trace).toAbort({}, 'setTimeout takes Infinity for 1 ms.');
  expect(trace).toRunAsPlanned();
  expect(trace).toGive(Infinity);
  expect(trace).toSetTimers(0, 'Nothing limits this step, so there is no time to wait for.');
  expect(await logging(Infinity)).toLog(
    [0, 'called with a signal'],
    [53, 'reason: TimeoutError'],
    'A step without a limit of its own has what is left of the deadline, and no more.',
  );
  const limited = { ms: Infinity, asks: 31, until: 31, end: quietly };
  expect(await begun('run', limited)).toRunAsPlanned();
  expect(await scene({ ms: Infinity }, (deadline) => deadline.pause(17))).toTake(17);
  const quit = { ms: Infinity, caller: quits(17), until: 17 };
  for (const trace of [
    begun('run', quit),
    begun('run', { ...quit, asks: 41 }),
    begun('pause', quit),
  ])
    expect(await trace).toRejectWith(LEFT, 17, 'Without a limit, the caller may still quit.');
  expect(await stopping('the caller', { isLimited: false })).toRejectWith(LEFT, 48, FIRST);
});
