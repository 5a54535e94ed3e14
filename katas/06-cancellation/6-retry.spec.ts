import { again, eachReason, eachValue, expect, type Lab, observe, test, together } from '#lab';
import { type RetryOptions, retry } from './6-retry.ts';

/** What is left behind has its own test. */
const mayLeave: ['work', 'timer', 'listener'] = ['work', 'timer', 'listener'];

const NAMES = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'];

/** In ms. With waits of 31 ms, 'second' runs from 42 to 55 ms, 'third' from 86 to 93 and 'fourth' from 124 to 141. */
const TAKES = [11, 13, 7, 17, 5];

/** In ms; all others. */
const OTHER = 3;

/** How an attempt ends. It fails if nothing is given. */
interface End {
  readonly gives?: unknown;
  readonly failsWith?: unknown;
  readonly takes?: number;
  readonly stopsIn?: number;
  /** It ignores its signal. */
  readonly isDeaf?: boolean;
  /** What the operation does in the place of the attempt. */
  readonly instead?: (stop: AbortController) => Promise<unknown>;
}

/** An operation whose attempts are 'first', 'second' and so on. */
function server(lab: Lab, stop: AbortController, { ends = [], hears }: Scene) {
  let started = 0;
  return (signal: AbortSignal): Promise<unknown> => {
    const name = NAMES[started] ?? `number ${started + 1}`;
    const { instead, isDeaf, takes = TAKES[started] ?? OTHER, ...end } = ends[started] ?? {};
    started++;
    hears?.(signal, lab);
    if (instead) return instead(stop);
    const failure = 'gives' in end ? {} : { failsWith: new Error(`${name} failed`) };
    const attempt = lab.job<unknown>(name, takes, { ...failure, ...end });
    return isDeaf ? attempt() : attempt(signal);
  };
}

interface Scene {
  readonly ends?: readonly (End | undefined)[];
  readonly options?: Partial<RetryOptions>;
  readonly isWorthIt?: (reason: unknown, stop: AbortController, lab: Lab) => boolean;
  /** At how many ms the user leaves, and the signal is aborted. Without it, no signal is passed. */
  readonly leaves?: number | 'before' | 'never';
  /** The reason of the signal. */
  readonly reason?: unknown;
  /** What each attempt does first. */
  readonly hears?: (signal: AbortSignal, lab: Lab) => void;
  readonly settle?: (result: Promise<unknown>) => Promise<unknown>;
  readonly plan?: Record<string, [number, number, object?]>;
  readonly isClean?: boolean;
}

const LEFT = new Error('the user has left');

/** One call. There are 3 attempts, and the waits are 31 ms, unless told. */
const run = (scene: Scene = {}) =>
  observe(
    (lab) => {
      const { options, isWorthIt, leaves, reason = LEFT, settle = (result) => result } = scene;
      const stop = lab.controller();
      if (leaves === 'before') stop.abort(reason);
      if (typeof leaves === 'number') lab.at(leaves, () => stop.abort(reason), 'user leaves');
      const all: RetryOptions = {
        attempts: 3,
        delay: 31,
        ...(leaves !== undefined && { signal: stop.signal }),
        ...(isWorthIt && { isWorthIt: (error: unknown) => isWorthIt(error, stop, lab) }),
        ...options,
      };
      return settle(lab.call('retry', () => retry(server(lab, stop, scene), all)));
    },
    { mayLeave: scene.isClean ? [] : mayLeave, plan: scene.plan },
  );

/** With what it rejects has its own test, so here it only says that it did. A bug in the code gets out. */
const rejected = (error: unknown) => {
  const isBug = error instanceof TypeError || error instanceof ReferenceError;
  if (isBug || (error instanceof Error && error.message.startsWith('TODO'))) throw error;
  return 'rejected';
};

const runQuietly = (scene: Scene = {}) => {
  const quiet = (error: unknown) => (error === scene.reason ? 'rejected' : rejected(error));
  return run({ ...scene, settle: (result) => result.catch(quiet) });
};

/** An attempt follows after each of these waits, and the last one fulfils. */
const waiting = (waits: readonly number[], options: Partial<RetryOptions> = {}) => {
  let at = 0;
  const plan: Scene['plan'] = {};
  for (const [i, wait] of [0, ...waits].entries()) {
    const start = at + wait;
    at = start + (TAKES[i] ?? OTHER);
    plan[NAMES[i] as string] = [start, at];
  }
  plan.retry = [0, at];
  const ends = [...waits.map(() => undefined), { gives: 'ROWS' }];
  return run({ ends, options: { attempts: 7, ...options }, plan });
};

const throwing = (reason: unknown, before?: (stop: AbortController) => void): End => ({
  instead: (stop) => {
    before?.(stop);
    throw reason;
  },
});

const isAbortingWith = (reason: unknown) => (_: unknown, stop: AbortController) => {
  stop.abort(reason);
  return true;
};

/** Logs for what it is asked, and says that it is worth it until 'third' has failed. */
const isLogging: Scene['isWorthIt'] = (reason, _, { log }) => {
  const { message } = reason as Error;
  log(`asked about: ${message}`);
  return message !== 'third failed';
};

/** Runs a check with each reason that a signal may have. If none is given, the signal makes an AbortError. */
const eachAbort = (check: (reason: unknown) => Promise<void>, verb = 'is aborted with') =>
  eachReason(['signal'], ({ signal }) => check(AbortSignal.abort(signal).reason), verb);

/** Logs what each attempt is called with, and the abort of its signal. */
const listening =
  (reason?: unknown): Scene['hears'] =>
  (signal, { log, now }) => {
    const isSignal = signal instanceof AbortSignal && !signal.aborted;
    log(isSignal ? 'a signal' : 'no signal, or an aborted one');
    const say = () =>
      log(signal.reason === reason ? 'told to stop' : 'told to stop, with another reason');
    // Two attempts may have the same signal, or each one its own.
    if (now() > 0) signal?.addEventListener('abort', say);
  };

/** Calls of one operation. 'b' begins at 17 ms and has other options. The others begin when the one before has ended. */
const five = () =>
  observe(
    async ({ job, call, sleep }) => {
      const error = new Error('no connection');
      let started = 0;
      const query = (signal: AbortSignal) =>
        job('query', 11, ++started > 8 ? { gives: started } : { failsWith: error })(signal);
      const [often, twice] = [{ ...OFTEN }, { ...TWICE }];
      const begin = (name: string, options: RetryOptions) =>
        call(name, () => retry<unknown>(query, options)).catch(rejected);
      await Promise.all([begin('a', often), sleep(17).then(() => begin('b', twice))]);
      await begin('c', often);
      const values = [await begin('d', often), await begin('e', often)];
      const isFrozen = Object.isFrozen(often) || Object.isFrozen(twice);
      return { values, often, twice, isFrozen };
    },
    {
      mayLeave,
      plan: {
        a: [0, 126, { fails: true }],
        b: [17, 82, { fails: true }],
        c: [126, 252, { fails: true }],
        d: [252, 263],
        e: [263, 274],
        query: [0, 17, 42, 71, 115, 126, 168, 241, 252, 263].map((at) => [at, at + 11]),
        sleep: [0, 17],
      },
    },
  );

const OFTEN = { attempts: 3, delay: 31, factor: 2, isWorthIt: () => true };

const TWICE = { attempts: 2, delay: 43 };

/** 'a' and 'b' have the signal that is aborted at 23 ms. 'c' has another one, and its second attempt fulfils. */
const twoLeave = () =>
  observe(
    ({ job, call, at }) => {
      const [stop, other] = [new AbortController(), new AbortController()];
      const fails = [true, true, true, false];
      const query = (signal: AbortSignal) => job('query', 11, { fails: fails.shift() })(signal);
      const begin = (name: string, { signal }: AbortController) =>
        call(name, () => retry(query, { attempts: 3, delay: 31, signal })).catch(rejected);
      at(23, () => stop.abort(), 'user leaves');
      return Promise.all([begin('a', stop), begin('b', stop), begin('c', other)]);
    },
    {
      mayLeave,
      plan: {
        a: [0, 23, { fails: true }],
        b: [0, 23, { fails: true }],
        c: [0, 53],
        query: [0, 0, 0, 42].map((at) => [at, at + 11]),
      },
    },
  );

const LAST =
  'When the last attempt has failed, reject with its reason at that moment: no attempt follows, so there is nothing to wait for.';

const BEFORE = 'The signal had been aborted before the call.';

const IN_AN_ATTEMPT =
  "The signal was aborted at 47 ms, during 'second'. When that attempt has ended, reject with the reason of the signal: an error that comes after the abort is a consequence.";

const IN_THE_WAIT = 'The signal was aborted during the wait. End the wait at that moment.';

test('fulfils with the value of the first attempt that fulfils', async () => {
  expect(await waiting([31, 62, 124], { factor: 2 })).toGive(
    'ROWS',
    'An attempt that fails is tried again. A `try` catches a rejection only if the promise is awaited inside it.',
  );
  await eachValue(['op'], async ({ op }) => {
    // The very value, to be found in what the scene fulfils with.
    const settle = async (result: Promise<unknown>) => ({ fulfilled: await result });
    const first = await run({ ends: [{ gives: op }], settle });
    expect(first).toGive({ fulfilled: op }, "The value of 'first' is the result, whatever it is.");
    expect(first).toStartAt({ first: 0 }, 'Before the first attempt there is nothing to wait for.');
    expect(first).toTake(11);
    const ends = [undefined, { gives: op }];
    expect(await run({ ends, settle, options: { attempts: 2 } })).toGive(
      { fulfilled: op },
      "There are 2 attempts. When 'first' has failed, the value of 'second' is the result, whatever it is.",
    );
  });
  const slow = await run({ ends: [{ gives: 'ROWS', takes: 10_007 }] });
  expect(slow).toStartAt({ first: 0 }, 'The next attempt starts only when this one has failed.');
  expect(slow).toGive('ROWS', 'The attempt takes 10,007 ms. The caller asked for no time limit.');
});

test('waits after each failure, each time factor times as long', async () => {
  const cases: [Partial<RetryOptions>, number[], string?][] = [
    [{ delay: 31, factor: 2 }, [31, 62, 124]],
    [{ delay: 20 }, [20, 20, 20]],
    [{ delay: 1, factor: 1 }, [1, 1, 1]],
    [{ delay: 20, factor: 1.5 }, [20, 30, 45]],
    [{ delay: 20, factor: 3, attempts: Infinity }, [20, 60, 180, 540, 1620]],
    [{ delay: 307, factor: 11 }, [307, 3377, 37_147], ' The caller asked for no longest wait.'],
  ];
  for (const [options, waits, more = ''] of cases) {
    const given = Object.entries(options).map(([name, n]) => `'${name}' is ${n}`);
    const because = `${given.join(', ')}: the waits are ${waits.join(', ')} ms.${more}`;
    const trace = await waiting(waits, options);
    expect(trace).toGive('ROWS', because);
    expect(trace).toRunAsPlanned(because);
  }
});

test('takes each rejection for a failure, and each throw', async () => {
  const check = async (first: unknown) => {
    const trace = await run({ ends: [{ failsWith: first }, { gives: 'ROWS' }] });
    expect(trace).toGive('ROWS', 'Whatever its reason is, an attempt that rejects has failed.');
  };
  await eachReason(['first'], ({ first }) => check(first));
  await check(new RangeError('no such page'));
  await check(new DOMException('the server is slow', 'TimeoutError'));
  await eachReason(
    ['op', 'promise'],
    async ({ op, promise }) => {
      let failed: Promise<unknown> | undefined;
      // The same promise twice.
      const rejecting = { instead: () => (failed ??= Promise.reject(promise)) };
      const ends = [throwing(op), rejecting, rejecting, { gives: 'ROWS' }];
      const trace = await run({ ends, options: { attempts: 5 } });
      expect(trace).toGive(
        'ROWS',
        'Each throw counts as a failure, and so does each rejection: the next attempt follows.',
      );
      expect(trace).toTake(110);
    },
    'throws or rejects with',
  );
});

test('makes as many attempts as it is told to, the first one included', async () => {
  for (const attempts of [3, 1, 2]) {
    const starts = Object.entries({ first: 0, second: 42, third: 86 }).slice(0, attempts);
    const all = Object.fromEntries(starts);
    const because = `'attempts' is ${attempts}: the first attempt counts, too.`;
    const scene = () => runQuietly({ options: { attempts } });
    await again(scene, (trace) => expect(trace).toStartAt(all, because));
  }
  for (const attempts of [30, 31, Infinity]) {
    const ends = [...Array<undefined>(29), { gives: 'ROWS' }];
    expect(await run({ ends, options: { attempts, delay: 8 } })).toGive(
      'ROWS',
      `'attempts' is ${attempts}, which is allowed, and the attempt number 30 fulfils.`,
    );
  }
});

test('rejects with the reason of the last attempt, without a wait after it', async () => {
  const reason = new Error('no connection');
  const same = { failsWith: reason };
  expect(await run({ ends: [same], options: { attempts: 1 } })).toRejectWith(reason, 11, LAST);
  expect(await run({ ends: [{}, {}, same] })).toRejectWith(reason, 93, LAST);
  await eachReason(['first', 'second', 'third'], async ({ first, second, third }) => {
    const ends = [{ failsWith: first }, { failsWith: second }, { failsWith: third }];
    expect(await run({ ends })).toRejectWith(third, 93, LAST);
  });
  await eachReason(
    ['op'],
    async ({ op }) => {
      const ends = [throwing(op), throwing(op)];
      expect(await run({ ends, options: { attempts: 2 } })).toRejectWith(op, 31, LAST);
    },
    'throws',
  );
  expect(await run({ ends: [same, same, same] })).toRejectWith(
    reason,
    93,
    'There are 3 attempts. Each one rejects with the same error object.',
  );
});

test('rejects when it is not worth to try again', async () => {
  for (const attempts of [4, 5]) {
    expect(await runQuietly({ isWorthIt: isLogging, options: { attempts } })).toLog(
      [11, 'asked about: first failed'],
      [55, 'asked about: second failed'],
      [93, 'asked about: third failed'],
      "Call 'isWorthIt' once after each failure: when the attempt has failed, and before the wait.",
    );
  }
  await eachReason(['first', 'second'], async ({ first, second }) => {
    const trace = await run({
      ends: [{ failsWith: first }, { failsWith: second }],
      isWorthIt: (reason) => !Object.is(reason, second),
      plan: { retry: [0, 55, { fails: true }], first: [0, 11], second: [42, 55] },
    });
    expect(trace).toRejectWith(second, 55, "'isWorthIt' returned false at 55 ms.");
  });
});

test('passes on a signal that is aborted only when signal is', async () => {
  const ends = [undefined, { gives: 'ROWS' }];
  expect(await runQuietly({ ends, hears: listening() })).toLog(
    [0, 'a signal'],
    [42, 'a signal'],
    'The caller passed no signal. Each attempt still gets one, which is never aborted.',
  );
  await eachAbort(async (reason) => {
    for (const [start, first] of [[42], [31, throwing(new Error('no connection'))]] as const) {
      const trace = await runQuietly({
        ends: [first, { gives: 'ROWS' }],
        options: { attempts: 2 },
        leaves: 43,
        reason,
        hears: listening(reason),
      });
      expect(trace).toLog(
        [0, 'a signal'],
        [start, 'a signal'],
        [43, 'told to stop'],
        'The signal of the caller was aborted at 43 ms. That of the attempt has to be aborted then, with the same reason.',
      );
    }
  });
  for (const [i, at] of [5, 47, 89].entries()) {
    const trace = await runQuietly({ leaves: at, options: { attempts: i + 1 } });
    const name = NAMES[i] as string;
    expect(trace).toAbort({ [name]: at }, 'Each attempt gets a signal that tells it to stop.');
  }
  for (const isWorthIt of [() => true, () => false]) {
    expect(await runQuietly({ isWorthIt, leaves: 'never' })).toAbortOnlyRunning(
      'The signal of the caller was never aborted, so that of an attempt is never aborted, also when the call rejects.',
    );
  }
});

test('calls nothing, and rejects immediately, when signal was aborted before the call', async () => {
  await eachAbort(async (reason) => {
    const scene: Scene = { leaves: 'before', reason, plan: { retry: [0, 0, { fails: true }] } };
    const trace = await runQuietly(scene);
    expect(trace).toStartAt({}, BEFORE);
    expect(trace).toSetTimers(0, BEFORE);
    expect(await run(scene)).toRejectWith(reason, 0, BEFORE);
  }, 'was aborted with');
});

test('makes no other attempt when signal is aborted during one', async () => {
  for (const end of [{ stopsIn: 5 }, { isDeaf: true }, { isDeaf: true, gives: 'ROWS' }]) {
    const trace = await runQuietly({ ends: [undefined, end], isWorthIt: isLogging, leaves: 47 });
    expect(trace).toStartAt(
      { first: 0, second: 42 },
      'The signal had been aborted at 47 ms. Another attempt would find it aborted, too.',
    );
    expect(trace).toSettleLast();
    expect(trace).toLog(
      [11, 'asked about: first failed'],
      'The signal was aborted at 47 ms. No attempt may follow, so there is nothing to ask.',
    );
  }
  const check = async (end: End, ms: number, reason: unknown) => {
    const scene: Scene = {
      ends: [undefined, end],
      leaves: 47,
      reason,
      plan: { retry: [0, ms, { fails: true }], first: [0, 11], second: [42, ms] },
    };
    for (const attempts of [3, 2]) {
      const trace = await run({ ...scene, options: { attempts } });
      expect(trace).toRejectWith(reason, ms, IN_AN_ATTEMPT);
    }
  };
  await eachAbort((reason) => check({ stopsIn: 5 }, 52, reason));
  await eachReason(['second'], ({ second }) =>
    check({ isDeaf: true, failsWith: second }, 55, LEFT),
  );
  const ends = [throwing(new Error('no connection'), (stop) => stop.abort(LEFT))];
  for (const attempts of [3, 1]) {
    const scene: Scene = { ends, leaves: 'never', isWorthIt: () => false, options: { attempts } };
    const because = 'The operation aborted the signal, and then it threw.';
    expect(await run(scene)).toRejectWith(LEFT, 0, because);
  }
  const late = await run({
    ends: [undefined, { isDeaf: true, gives: 'ROWS' }],
    leaves: 47,
    settle: (result) => result.catch((error) => (error === LEFT ? 'ROWS' : Promise.reject(error))),
  });
  expect(late).toGive(
    'ROWS',
    "'second' fulfilled after the abort: fulfil with its value, or reject with the reason of the signal.",
  );
});

test('ends a wait when signal is aborted', async () => {
  await eachAbort(async (reason) => {
    const plan: Scene['plan'] = { retry: [0, 23, { fails: true }], first: [0, 11] };
    const scene: Scene = { leaves: 23, reason, plan };
    expect(await run(scene)).toRejectWith(reason, 23, IN_THE_WAIT);
    expect(await runQuietly(scene)).toStartAt({ first: 0 }, 'The signal was aborted at 23 ms.');
    const isWorthIt = isAbortingWith(reason);
    expect(await run({ leaves: 'never', isWorthIt })).toRejectWith(
      reason,
      11,
      "'isWorthIt' aborted the signal at 11 ms, before the wait began. The 'abort' event does not come again.",
    );
  });
  // The second wait is from 55 to 86 ms.
  expect(await run({ leaves: 71 })).toRejectWith(LEFT, 71, IN_THE_WAIT);
});

test('leaves no timer, and no listener on signal', async () => {
  const fulfils = [undefined, undefined, { gives: 'ROWS' }];
  const scenes: [number | undefined, Scene][] = [
    [2, { ends: fulfils }],
    [2, {}],
    [0, { isWorthIt: () => false }],
    [1, { leaves: 23 }],
    [1, { ends: [undefined, { stopsIn: 5 }], leaves: 47 }],
    [1, { ends: [throwing(new Error('no connection')), { gives: 'ROWS' }] }],
    // Whether a timer is set, and cleared, is free.
    [undefined, { isWorthIt: isAbortingWith(LEFT) }],
  ];
  for (const [waits, scene] of scenes) {
    const trace = await runQuietly({ leaves: 'never', ...scene, isClean: true });
    expect(trace).toLeaveNothing();
    expect(trace).toFireTimersOnce();
    if (waits === undefined) continue;
    expect(trace).toSetTimers(waits, 'Each wait needs one timer, and nothing else does.');
  }
});

test('keeps each call apart, and the options as they are', async () => {
  await again(five, (trace) => {
    expect(trace).toGive(
      { values: [9, 10], often: OFTEN, twice: TWICE, isFrozen: false },
      'Each call makes attempts of its own. The options belong to the caller, who may use them for another call: leave them as they are.',
    );
    expect(trace).toRunAsPlanned('Each call has its own options, and counts for itself.');
  });
  await together(twoLeave, (trace) => {
    expect(trace).toRunAsPlanned(
      "'a' and 'b' have the same signal, which was aborted at 23 ms. 'c' has another one.",
    );
    expect(trace).toGive(['rejected', 'rejected', 'QUERY']);
  });
  const nothing = { factor: undefined, isWorthIt: undefined, signal: undefined };
  const trace = await waiting([31, 31], { delay: 31, ...nothing });
  expect(trace).toGive('ROWS', 'An option that is undefined counts as not given.');
  expect(trace).toRunAsPlanned('An option that is undefined counts as not given.');
});

test('rejects with a RangeError when a number makes no sense', async () => {
  const senseless: Partial<RetryOptions>[] = [
    ...[0, -1, 1.5, NaN, -Infinity].map((attempts) => ({ attempts })),
    ...[0, -1, 0.5, NaN, Infinity].map((delay) => ({ delay })),
    ...[0, -1, 0.5, NaN, Infinity].map((factor) => ({ factor })),
  ];
  for (const option of senseless) {
    const [[name, n]] = Object.entries(option) as [[string, number]];
    const because = `'${name}' is ${n}, which makes no sense. Reject before the first attempt.`;
    for (const attempts of [1, 3]) {
      const scene = { ends: [{ gives: 'ROWS' }], options: { attempts, ...option } };
      expect(await run(scene)).toFailWith({ name: 'RangeError' }, 0, because);
      const trace = await runQuietly({ ...scene, leaves: 'never', isClean: true });
      expect(trace).toStartAt({}, because);
      expect(trace).toLeaveNothing();
    }
  }
  const trace = await run({ ends: [{ gives: 'ROWS', takes: 1 }], options: { delay: 1.5 } });
  expect(trace).toGive('ROWS', "'delay' is 1.5, which is allowed.");
});
