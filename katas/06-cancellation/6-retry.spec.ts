import { again, eachReason, eachValue, expect, type Lab, observe, test, together } from '#lab';
import { type RetryOptions, retry } from './6-retry.ts';

/** What is left behind has its own test. */
const mayLeave: ['work', 'timer', 'listener'] = ['work', 'timer', 'listener'];

/** How an attempt ends; a deaf one ignores its signal. */
interface End {
  readonly gives?: unknown;
  readonly failsWith?: unknown;
  readonly stopsIn?: number;
  readonly isDeaf?: boolean;
}

const NAMES = ['first', 'second', 'third', 'fourth', 'fifth'];

/** In ms. With waits of 31 ms, 'second' runs from 42 to 55 ms, 'third' from 86 to 93 and 'fourth' from 124 to 141. */
const TAKES = [11, 13, 7, 17, 5];

/** An operation whose attempts are 'first', 'second' and so on. Those fail for which no end is given. */
function server({ job }: Lab, ends: readonly (End | undefined)[] = []) {
  let started = 0;
  return (signal?: AbortSignal): Promise<unknown> => {
    const name = NAMES[started] ?? `number ${started + 1}`;
    const end = ends[started] ?? {};
    const takes = TAKES[started++] ?? 3;
    const failure = 'gives' in end ? {} : { failsWith: new Error(`${name} failed`) };
    const attempt = job<unknown>(name, takes, { ...failure, ...end });
    return end.isDeaf ? attempt() : attempt(signal);
  };
}

/** The very value, to be found in what the scene fulfils with. */
const boxed = (value: unknown) => ({ fulfilled: value });

/** With what it rejects has its own test, so here it only says that it did. A bug in the code gets out. */
const rejected = (error: unknown) => {
  const isBug = error instanceof TypeError || error instanceof ReferenceError;
  if (isBug || (error instanceof Error && error.message.startsWith('TODO'))) throw error;
  return 'rejected';
};

const FIRST_THREE_FAIL = [undefined, undefined, undefined];

/** 'fourth' fulfils. The waits are 31, 62 and 124 ms. */
const recovering = () =>
  observe(
    (lab) => {
      const op = server(lab, [...FIRST_THREE_FAIL, { gives: 'ROWS' }]);
      return lab.call('retry', () => retry(op, { attempts: 5, delay: 31, factor: 2 }));
    },
    {
      mayLeave,
      plan: {
        retry: [0, 265],
        first: [0, 11],
        second: [42, 55],
        third: [117, 124],
        fourth: [248, 265],
      },
    },
  );

/** 'first' fulfils, or 'second'. */
const fulfilling = (attempt: 'first' | 'second', value: unknown) =>
  observe(
    (lab) => {
      const ends = attempt === 'first' ? [{ gives: value }] : [undefined, { gives: value }];
      const options = { attempts: 2, delay: 31 };
      return lab.call('retry', () => retry(server(lab, ends), options)).then(boxed);
    },
    { mayLeave },
  );

/** An attempt that takes very long, and fulfils. */
const slow = () =>
  observe(({ job }) => retry(job('slow', 10_007), { attempts: 3, delay: 31 }), { mayLeave });

/** 'fourth' fulfils. When each attempt starts depends on the factor. */
const waiting = (options: Partial<RetryOptions>, starts: readonly number[]) =>
  observe(
    (lab) => {
      const op = server(lab, [...FIRST_THREE_FAIL, { gives: 'ROWS' }]);
      return lab.call('retry', () => retry(op, { attempts: 5, delay: 20, ...options }));
    },
    {
      mayLeave,
      plan: Object.fromEntries(
        starts.map((start, i) => [NAMES[i], [start, start + (TAKES[i] ?? 0)]]),
      ),
    },
  );

/** So many attempts, and all of them fail. */
const failing = (attempts: number, ends: readonly End[] = []) =>
  observe((lab) => retry(server(lab, ends), { attempts, delay: 31 }), { mayLeave });

/** The same, with the rejection caught. */
const failingQuietly = (attempts: number) =>
  observe((lab) => retry(server(lab), { attempts, delay: 31 }).catch(rejected), { mayLeave });

/** Fails 29 times, after 3 ms each, and then fulfils. */
const thirty = (attempts: number) =>
  observe(
    ({ job }) => {
      let started = 0;
      const op = (signal?: AbortSignal) => job('query', 3, { fails: ++started < 30 })(signal);
      return retry(op, { attempts, delay: 8 });
    },
    { mayLeave },
  );

/** The first call throws, the second one returns a promise that has rejected already. 'third' fulfils. */
const throwing = (reasons: { op: unknown; promise: unknown }) =>
  observe(
    ({ job, call }) => {
      const ways = [
        () => {
          throw reasons.op;
        },
        () => Promise.reject(reasons.promise),
        job('third', 7),
      ];
      const op = (signal?: AbortSignal) => (ways.shift() ?? job('fourth', 17))(signal);
      return call('retry', () => retry<unknown>(op, { attempts: 5, delay: 31 }));
    },
    { mayLeave },
  );

/** Each attempt throws. There are two, and the second one is at 31 ms. */
const throwingAlways = (reason: unknown) =>
  observe(
    ({ call }) => {
      const op = () => {
        throw reason;
      };
      return call('retry', () => retry(op, { attempts: 2, delay: 31 }));
    },
    { mayLeave },
  );

/** After 'second', it is not worth to try again. */
const hopeless = (reasons: { first: unknown; second: unknown }) =>
  observe(
    (lab) => {
      const ends = [{ failsWith: reasons.first }, { failsWith: reasons.second }];
      const isWorthIt = (reason: unknown) => !Object.is(reason, reasons.second);
      return lab.call('retry', () =>
        retry(server(lab, ends), { attempts: 5, delay: 31, isWorthIt }),
      );
    },
    { mayLeave, plan: { retry: [0, 55, { fails: true }], first: [0, 11], second: [42, 55] } },
  );

/** The same with a line for each call of `isWorthIt`. */
const asking = () =>
  observe(
    (lab) => {
      const isWorthIt = (reason: unknown) => {
        const { message } = reason as Error;
        lab.log(`asked about: ${message}`);
        return message !== 'third failed';
      };
      return retry(server(lab), { attempts: 5, delay: 31, isWorthIt }).catch(rejected);
    },
    { mayLeave },
  );

/**
 * Logs what each attempt is called with, and the abort of its signal. 'second' fulfils at 55 ms. The program goes on
 * until 401 ms. With a signal, that is aborted at 47 ms.
 */
const listening = (reason?: unknown, hasSignal = true) =>
  observe(
    (lab) => {
      const stop = new AbortController();
      const op = server(lab, [undefined, { gives: 'ROWS' }]);
      const logging = (signal: AbortSignal) => {
        const isSignal = signal instanceof AbortSignal;
        lab.log(isSignal && !signal.aborted ? 'a signal' : 'no signal, or an aborted one');
        const running = op(signal);
        // Two attempts may have the same signal, or each one its own.
        if (hasSignal && lab.now() < 42) return running;
        signal?.addEventListener('abort', () => {
          const isReason = hasSignal && Object.is(signal.reason, stop.signal.reason);
          lab.log(isReason ? 'told to stop' : 'told to stop, with another reason');
        });
        return running;
      };
      lab.at(hasSignal ? 47 : 401, () => stop.abort(reason), 'user leaves');
      const options = { attempts: 2, delay: 31, ...(hasSignal && { signal: stop.signal }) };
      return retry(logging, options).catch(rejected);
    },
    { mayLeave },
  );

interface Leaving {
  /** When the user leaves, and the signal is aborted. */
  readonly at: number;
  readonly reason?: unknown;
  readonly ends?: readonly (End | undefined)[];
  readonly options?: Partial<RetryOptions>;
  readonly plan?: Record<string, [number, number, object?]>;
  readonly isCaught?: boolean;
}

/** Fulfils with the trace, and with the reason that the signal has. */
const leaving = async ({
  at,
  reason = new Error('the user has left'),
  ends,
  options,
  plan,
  isCaught = false,
}: Leaving) => {
  const stop = new AbortController();
  const trace = await observe(
    (lab) => {
      lab.at(at, () => stop.abort(reason), 'user leaves');
      const all = { attempts: 3, delay: 31, signal: stop.signal, ...options };
      const result = lab.call('retry', () => retry(server(lab, ends), all));
      return isCaught ? result.catch(rejected) : result;
    },
    { mayLeave, plan },
  );
  return { trace, reason: stop.signal.reason };
};

/** The first wait is from 11 to 42 ms. */
const inTheWait = (reason?: unknown, isCaught = false) =>
  leaving({
    at: 23,
    reason,
    isCaught,
    plan: { retry: [0, 23, { fails: true }], first: [0, 11] },
  });

/** The second wait is from 55 to 86 ms. */
const inTheSecondWait = () =>
  leaving({
    at: 71,
    plan: { retry: [0, 71, { fails: true }], first: [0, 11], second: [42, 55] },
  });

/** 'second' needs 5 ms to stop. */
const inAnAttempt = (reason?: unknown, options?: Partial<RetryOptions>) =>
  leaving({
    at: 47,
    reason,
    ends: [undefined, { stopsIn: 5 }],
    options,
    plan: {
      retry: [0, 52, { fails: true }],
      first: [0, 11],
      second: [42, 52, { aborted: 47 }],
    },
  });

/** 'second' ignores its signal, and fails with that. */
const inADeafAttempt = (failsWith: unknown, options?: Partial<RetryOptions>) =>
  leaving({
    at: 47,
    ends: [undefined, { isDeaf: true, failsWith }],
    options,
    plan: { retry: [0, 55, { fails: true }], first: [0, 11], second: [42, 55] },
  });

/** During the last one of so many attempts. */
const inTheLastAttempt = (attempts: number, at: number) =>
  leaving({ at, options: { attempts }, isCaught: true });

/** The same, with a line for each call of `isWorthIt`, and the rejection caught. */
const askingInAnAttempt = () =>
  observe(
    (lab) => {
      const stop = new AbortController();
      lab.at(47, () => stop.abort(), 'user leaves');
      const isWorthIt = (reason: unknown) => {
        lab.log(`asked about: ${(reason as Error).message}`);
        return true;
      };
      const op = server(lab, [undefined, { stopsIn: 5 }]);
      const options = { attempts: 3, delay: 31, isWorthIt, signal: stop.signal };
      return retry(op, options).catch(rejected);
    },
    { mayLeave },
  );

/** The operation itself aborts the signal, and throws. */
const abortingInTheCall = (reason: unknown) =>
  observe(
    ({ call }) => {
      const stop = new AbortController();
      const op = () => {
        stop.abort(reason);
        throw new Error('no connection');
      };
      return call('retry', () => retry(op, { attempts: 3, delay: 31, signal: stop.signal }));
    },
    { mayLeave, plan: { retry: [0, 0, { fails: true }] } },
  );

/** `isWorthIt` aborts the signal at 11 ms, and returns true. */
const abortingBeforeTheWait = (reason: unknown) =>
  observe(
    (lab) => {
      const stop = new AbortController();
      const isWorthIt = () => {
        stop.abort(reason);
        return true;
      };
      const options = { attempts: 3, delay: 31, isWorthIt, signal: stop.signal };
      return lab.call('retry', () => retry(server(lab), options));
    },
    { mayLeave, plan: { retry: [0, 11, { fails: true }], first: [0, 11] } },
  );

/** The signal was aborted before the call. */
const leftBefore = async (reason: unknown) => {
  const signal = AbortSignal.abort(reason);
  const trace = await observe(
    (lab) => lab.call('retry', () => retry(server(lab), { attempts: 3, delay: 31, signal })),
    { mayLeave, plan: { retry: [0, 0, { fails: true }] } },
  );
  return { trace, reason: signal.reason };
};

/** The same, with the rejection caught. */
const leftBeforeQuietly = () =>
  observe(
    (lab) => {
      const signal = AbortSignal.abort();
      return retry(server(lab), { attempts: 3, delay: 31, signal }).catch(rejected);
    },
    { mayLeave },
  );

/** A call under a signal on which nothing may be left. It is aborted at that time, or never. */
const cleaning = (
  ends: readonly (End | undefined)[],
  { leavesAt, ...options }: Partial<RetryOptions> & { leavesAt?: number } = {},
) =>
  observe((lab) => {
    const stop = lab.controller();
    if (leavesAt !== undefined) lab.at(leavesAt, () => stop.abort());
    const all = { attempts: 3, delay: 31, signal: stop.signal, ...options };
    return retry(server(lab, ends), all).catch(rejected);
  });

/** Two calls with the same operation and the same options. 'b' begins at 17 ms, and each query takes 11 ms. */
const two = () =>
  observe(
    async ({ job, call, sleep }) => {
      const error = new Error('no connection');
      let started = 0;
      // So that also code that has lost count comes to an end.
      const query = (signal: AbortSignal) =>
        job('query', 11, ++started > 12 ? {} : { failsWith: error })(signal);
      const { signal } = new AbortController();
      const options = { attempts: 3, delay: 31, factor: 2, isWorthIt: () => true, signal };
      const begin = (name: string) => call(name, () => retry(query, options)).catch(rejected);
      const results = await Promise.all([begin('a'), sleep(17).then(() => begin('b'))]);
      const isFrozen = Object.isFrozen(options);
      return {
        results,
        options: { ...options, isWorthIt: undefined, signal: undefined },
        isFrozen,
      };
    },
    {
      mayLeave,
      plan: {
        a: [0, 126, { fails: true }],
        b: [17, 143, { fails: true }],
        query: [
          [0, 11],
          [17, 28],
          [42, 53],
          [59, 70],
          [115, 126],
          [132, 143],
        ],
        sleep: [0, 17],
      },
    },
  );

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
        query: [
          [0, 11],
          [0, 11],
          [0, 11],
          [42, 53],
        ],
      },
    },
  );

/** The same operation in two calls, one after another. It fulfils with another value each time. */
const oneAfterAnother = () =>
  observe(
    async ({ job }) => {
      let n = 0;
      const query = () => job('query', 11, { gives: ++n })();
      const options = { attempts: 3, delay: 31 };
      return [await retry(query, options), await retry(query, options)];
    },
    { mayLeave },
  );

/** All options that may be missing are there, and `undefined`. */
const undefinedOptions = () =>
  observe(
    (lab) => {
      const nothing = { factor: undefined, isWorthIt: undefined, signal: undefined };
      const op = server(lab, [undefined, undefined, { gives: 'ROWS' }]);
      return retry(op, { attempts: 3, delay: 31, ...nothing });
    },
    { mayLeave, plan: { first: [0, 11], second: [42, 55], third: [86, 93] } },
  );

/** With one option that makes no sense. 'third' would fulfil. */
const senseless = (option: Partial<RetryOptions>, settle = (result: Promise<unknown>) => result) =>
  observe(
    (lab) => {
      const op = server(lab, [undefined, undefined, { gives: 'ROWS' }]);
      return settle(retry(op, { attempts: 3, delay: 31, ...option }));
    },
    { mayLeave },
  );

/** The same, with the rejection caught. */
const senselessQuietly = (option: Partial<RetryOptions>) =>
  senseless(option, (result) => result.catch(rejected));

const TRIED_AGAIN =
  'An attempt that fails is tried again. A `try` catches a rejection only if the promise is awaited inside it.';

const LAST =
  'When the last attempt has failed, reject with its reason at that moment: no attempt follows, so there is nothing to wait for.';

const BEFORE = 'The signal had been aborted before the call.';

const IN_AN_ATTEMPT =
  "The signal was aborted at 47 ms, during 'second'. When that attempt has ended, reject with the reason of the signal: an error that comes after the abort is a consequence.";

const IN_THE_WAIT = 'The signal was aborted during the wait. End the wait at that moment.';

test('fulfils with the value of the first attempt that fulfils', async () => {
  expect(await recovering()).toGive('ROWS', TRIED_AGAIN);
  await eachValue(['op'], async ({ op }) => {
    const first = await fulfilling('first', op);
    expect(first).toGive({ fulfilled: op }, "The value of 'first' is the result, whatever it is.");
    expect(first).toStartAt({ first: 0 }, 'Before the first attempt there is nothing to wait for.');
    expect(first).toTake(11);
    const second = await fulfilling('second', op);
    expect(second).toGive(
      { fulfilled: op },
      "There are 2 attempts. When 'first' has failed, the value of 'second' is the result, whatever it is.",
    );
  });
  const one = await slow();
  expect(one).toGive('SLOW', 'The attempt takes 10,007 ms. The caller asked for no time limit.');
  expect(one).toStart('slow', 1, 'The next attempt starts only when this one has failed.');
});

test('waits after each failure, each time factor times as long', async () => {
  expect(await recovering()).toRunAsPlanned(
    'The delay is 31 ms and the factor is 2, so the waits are 31, 62 and 124 ms.',
  );
  const cases = [
    [{}, [0, 31, 64, 91], 'The waits are 20 ms: there is no factor.'],
    [{ delay: 1, factor: 1 }, [0, 12, 26, 34], 'The factor is 1, so each wait is 1 ms.'],
    [{ factor: 1.5 }, [0, 31, 74, 126], 'The factor is 1.5, so the waits are 20, 30 and 45 ms.'],
    [{ factor: 3 }, [0, 31, 104, 291], 'The factor is 3, so the waits are 20, 60 and 180 ms.'],
    [
      { delay: 307, factor: 11 },
      [0, 318, 3708, 40_862],
      'The waits are 307, 3377 and 37,147 ms. The caller asked for no longest wait.',
    ],
  ] as const;
  for (const [options, starts, because] of cases) {
    expect(await waiting(options, starts)).toRunAsPlanned(because);
  }
});

test('takes each rejection for a failure, and each throw', async () => {
  await eachReason(['first'], async ({ first }) => {
    const trace = await failing(5, [{ failsWith: first }, { gives: 'ROWS' }]);
    expect(trace).toGive('ROWS', 'Whatever its reason is, an attempt that rejects has failed.');
  });
  await eachReason(
    ['op', 'promise'],
    async ({ op, promise }) => {
      const trace = await throwing({ op, promise });
      expect(trace).toGive('THIRD', 'A throw counts as a failure, so the next attempt follows.');
      expect(trace).toTake(69);
    },
    'throws or rejects with',
  );
});

test('makes as many attempts as it is told to, the first one included', async () => {
  const three = 'There are 3 attempts: the first one counts, too.';
  await again(
    () => failingQuietly(3),
    (trace) => expect(trace).toStartAt({ first: 0, second: 42, third: 86 }, three),
  );
  expect(await failingQuietly(1)).toStartAt({ first: 0 }, 'There is 1 attempt.');
  expect(await failingQuietly(2)).toStartAt({ first: 0, second: 42 }, 'There are 2 attempts.');
  for (const attempts of [30, 31, Infinity]) {
    const trace = await thirty(attempts);
    expect(trace).toStart('query', 30, `'attempts' is ${attempts}.`);
    expect(trace).toGive('QUERY');
  }
});

test('rejects with the reason of the last attempt, without a wait after it', async () => {
  const reason = new Error('no connection');
  expect(await failing(1, [{ failsWith: reason }])).toRejectWith(reason, 11, LAST);
  expect(await failing(3, [{}, {}, { failsWith: reason }])).toRejectWith(reason, 93, LAST);
  await eachReason(['first', 'second', 'third'], async ({ first, second, third }) => {
    const ends = [{ failsWith: first }, { failsWith: second }, { failsWith: third }];
    expect(await failing(3, ends)).toRejectWith(third, 93, LAST);
  });
  await eachReason(
    ['op'],
    async ({ op }) => {
      expect(await throwingAlways(op)).toRejectWith(op, 31, LAST);
    },
    'throws',
  );
  const same = { failsWith: reason };
  expect(await failing(3, [same, same, same])).toRejectWith(
    reason,
    93,
    'There are 3 attempts. Each one rejects with the same error object.',
  );
});

test('rejects when it is not worth to try again', async () => {
  expect(await asking()).toLog(
    [11, 'asked about: first failed'],
    [55, 'asked about: second failed'],
    [93, 'asked about: third failed'],
    "'isWorthIt' is called once after each failure.",
  );
  await eachReason(['first', 'second'], async ({ first, second }) => {
    const because = "'isWorthIt' returned false at 55 ms.";
    expect(await hopeless({ first, second })).toRejectWith(second, 55, because);
  });
});

test('passes on a signal that is aborted only when signal is', async () => {
  expect(await listening(undefined, false)).toLog(
    [0, 'a signal'],
    [42, 'a signal'],
    'The caller passed no signal. Each attempt still gets one, which is never aborted.',
  );
  await eachReason(
    ['signal'],
    async ({ signal }) => {
      expect(await listening(signal)).toLog(
        [0, 'a signal'],
        [42, 'a signal'],
        [47, 'told to stop'],
        'The signal of the caller was aborted at 47 ms. That of the attempt has to be aborted then, with the same reason.',
      );
    },
    'is aborted with',
  );
  for (const [i, at] of [5, 47, 89].entries()) {
    const { trace } = await inTheLastAttempt(i + 1, at);
    const name = NAMES[i] as string;
    expect(trace).toAbort({ [name]: at }, 'Each attempt gets a signal that tells it to stop.');
  }
});

test('calls nothing, and rejects immediately, when signal was aborted before the call', async () => {
  const trace = await leftBeforeQuietly();
  expect(trace).toStartAt({}, BEFORE);
  expect(trace).toSetTimers(0, BEFORE);
  await eachReason(
    ['signal'],
    async ({ signal }) => {
      const { trace, reason } = await leftBefore(signal);
      expect(trace).toRejectWith(reason, 0, BEFORE);
    },
    'was aborted with',
  );
});

test('makes no other attempt when signal is aborted during one', async () => {
  const quiet = await askingInAnAttempt();
  expect(quiet).toStartAt(
    { first: 0, second: 42 },
    'The signal had been aborted at 47 ms. Another attempt would find it aborted, too.',
  );
  expect(quiet).toSettleLast();
  for (const attempts of [3, 2]) {
    await eachReason(
      ['signal'],
      async ({ signal }) => {
        const { trace, reason } = await inAnAttempt(signal, { attempts });
        expect(trace).toRejectWith(reason, 52, IN_AN_ATTEMPT);
      },
      'is aborted with',
    );
    await eachReason(['second'], async ({ second }) => {
      const { trace, reason } = await inADeafAttempt(second, { attempts });
      expect(trace).toRejectWith(reason, 55, IN_AN_ATTEMPT);
    });
  }
  const reason = new Error('the user has left');
  expect(await abortingInTheCall(reason)).toRejectWith(
    reason,
    0,
    'The operation aborted the signal, and then it threw: reject with the reason of the signal.',
  );
  expect(quiet).toLog(
    [11, 'asked about: first failed'],
    'The signal was aborted at 47 ms. No attempt may follow, so there is nothing to ask.',
  );
});

test('ends a wait when signal is aborted', async () => {
  for (const [scene, ms] of [
    [() => inTheWait(), 23],
    [inTheSecondWait, 71],
  ] as const) {
    const { trace, reason } = await scene();
    expect(trace).toRejectWith(reason, ms, IN_THE_WAIT);
  }
  await eachReason(
    ['signal'],
    async ({ signal }) => {
      const { trace, reason } = await inTheWait(signal);
      expect(trace).toRejectWith(reason, 23, IN_THE_WAIT);
    },
    'is aborted with',
  );
  for (const reason of [undefined, null]) {
    const { trace } = await inTheWait(reason, true);
    expect(trace).toStartAt({ first: 0 }, 'The signal was aborted at 23 ms.');
  }
  const reason = new Error('the user has left');
  expect(await abortingBeforeTheWait(reason)).toRejectWith(
    reason,
    11,
    "'isWorthIt' aborted the signal at 11 ms, before the wait began. The 'abort' event does not come again.",
  );
});

test('leaves no timer, and no listener on signal', async () => {
  const isWorthIt = () => false;
  const fulfils = [undefined, undefined, { gives: 'ROWS' }];
  const calls = [
    [2, await cleaning(fulfils)],
    [2, await cleaning([])],
    [0, await cleaning([], { isWorthIt })],
    [1, await cleaning([], { leavesAt: 23 })],
    [1, await cleaning([undefined, { stopsIn: 5 }], { leavesAt: 47 })],
  ] as const;
  for (const [waits, trace] of calls) {
    expect(trace).toLeaveNothing();
    expect(trace).toFireTimersOnce();
    expect(trace).toSetTimers(waits, 'Each wait needs one timer, and nothing else does.');
  }
});

test('keeps each call apart, and the options as they are', async () => {
  await again(two, (trace) => {
    const options = { attempts: 3, delay: 31, factor: 2, isWorthIt: undefined, signal: undefined };
    expect(trace).toGive(
      { results: ['rejected', 'rejected'], options, isFrozen: false },
      'The options belong to the caller, who may use them for another call: leave them as they are.',
    );
    expect(trace).toRunAsPlanned();
  });
  await together(twoLeave, (trace) => {
    expect(trace).toRunAsPlanned();
    expect(trace).toGive(['rejected', 'rejected', 'QUERY']);
  });
  expect(await oneAfterAnother()).toGive([1, 2], 'Each call makes attempts of its own.');
  const trace = await undefinedOptions();
  expect(trace).toGive('ROWS', 'An option that is undefined counts as not given.');
  expect(trace).toRunAsPlanned('An option that is undefined counts as not given.');
});

test('rejects with a RangeError when a number makes no sense', async () => {
  const options = [
    ...[0, -1, 1.5, NaN, -Infinity].map((attempts) => ({ attempts })),
    ...[0, -1, NaN, Infinity].map((delay) => ({ delay })),
    ...[0, -1, 0.5, NaN, Infinity].map((factor) => ({ factor })),
  ];
  for (const option of options) {
    const [[name, n]] = Object.entries(option) as [[string, number]];
    const because = `'${name}' is ${n}, which makes no sense. Reject before the first attempt.`;
    expect(await senseless(option)).toFailWith({ name: 'RangeError' }, 0, because);
    expect(await senselessQuietly(option)).toStartAt({}, because);
  }
});
