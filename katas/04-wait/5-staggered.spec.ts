import { again, eachReason, eachValue, expect, type Lab, observe, test } from '#lab';
import { staggered } from './5-staggered.ts';

/** Work that is left running has its own test, and so have timers. */
const mayLeave: ('work' | 'timer')[] = ['work', 'timer'];

/** In ms. Every 31 ms the next attempt is due. */
const DELAY = 31;

/**
 * 'a' is slow, so 'b' starts at 31 ms and 'c' at 62 ms. 'b' fulfils at 81 ms. 'a' and 'c' need 19 and
 * 7 ms to stop; 'd' would be due at 93 ms, while 'a' is still stopping.
 */
const slow = () =>
  observe(
    ({ job, call }) => {
      const attempts = [
        job('a', 200, { stopsIn: 19 }),
        job('b', 50),
        job('c', 200, { stopsIn: 7 }),
        job('d', 200),
      ];
      return call('staggered', () => staggered(attempts, DELAY));
    },
    {
      mayLeave,
      plan: {
        staggered: [0, 100],
        a: [0, 100, { aborted: 81 }],
        b: [31, 81],
        c: [62, 88, { aborted: 81 }],
      },
    },
  );

/** 'a' rejects at 11 ms, 'b' is slow, 'c' rejects 5 ms after its start, 'd' fulfils after 19 ms. */
const failing = () =>
  observe(
    ({ job, call }) => {
      const attempts = [
        job('a', 11, { fails: true }),
        job('b', 200),
        job('c', 5, { fails: true }),
        job('d', 19),
        job('e', 200),
      ];
      return call('staggered', () => staggered(attempts, DELAY));
    },
    {
      mayLeave,
      plan: {
        staggered: [0, 66],
        a: [0, 11],
        b: [11, 66, { aborted: 66 }],
        c: [42, 47],
        d: [47, 66],
      },
    },
  );

/** 'a' rejects after so many ms. 'b' and 'c' are slow, and 'd' fulfils after 19 ms. */
const failsAfter = (ms: number) =>
  observe(
    ({ job, call }) => {
      const attempts = [job('a', ms, { fails: true }), job('b', 200), job('c', 200), job('d', 19)];
      return call('staggered', () => staggered(attempts, DELAY));
    },
    { mayLeave },
  );

/** 'a' rejects at 41 ms; 'b' has been running since 31 ms. 'c' is still due at 62 ms. */
const olderFails = () =>
  observe(
    ({ job, call }) => {
      const attempts = [job('a', 41, { fails: true }), job('b', 200), job('c', 19)];
      return call('staggered', () => staggered(attempts, DELAY));
    },
    {
      mayLeave,
      plan: { staggered: [0, 81], a: [0, 41], b: [31, 81, { aborted: 81 }], c: [62, 81] },
    },
  );

/** 'a' is slow and fulfils at 71 ms. 'b' and 'c' start at 31 and 42 ms, and reject by 53 ms. */
const oldestWins = () =>
  observe(
    ({ job, call }) => {
      const fails = true;
      const attempts = [job('a', 71), job('b', 11, { fails }), job('c', 11, { fails })];
      return call('staggered', () => staggered(attempts, DELAY));
    },
    { mayLeave, plan: { staggered: [0, 71], a: [0, 71], b: [31, 42], c: [42, 53] } },
  );

/** 'b' fulfils at 74 ms. 'a' and 'c' ignore their signals: 'c' rejects at 79 ms, and 'a' fulfils at 83 ms. */
const deaf = () =>
  observe(
    ({ job, call }) => {
      const [a, c] = [job('a', 83), job('c', 17, { fails: true })];
      const attempts = [() => a(), job('b', 43), () => c(), job('d', 50)];
      return call('staggered', () => staggered(attempts, DELAY));
    },
    { mayLeave, plan: { staggered: [0, 83], a: [0, 83], b: [31, 74], c: [62, 79] } },
  );

/** 'b' listens on its signal, and fulfils at 50 ms. 'a' takes 73 ms, and may ignore its signal. */
const listeningWinner = ({ isDeaf = false } = {}) =>
  observe(
    ({ job, log }) => {
      const [a, b] = [job('a', 73), job('b', 19)];
      const listening = (signal: AbortSignal) => {
        signal?.addEventListener('abort', () => log('the winner was told to stop'));
        return b(signal);
      };
      return staggered([isDeaf ? () => a() : a, listening], DELAY);
    },
    { mayLeave },
  );

/** 'b' starts at 31 ms and fulfils with this value at 48 ms; 'c' would be due at 62 ms. */
const fulfilling = (value: unknown) =>
  observe(
    ({ job }) => {
      const attempts = [job<unknown>('a', 200), job('b', 17, { gives: value }), job('c', 17)];
      return fulfilled(staggered(attempts, DELAY));
    },
    { mayLeave },
  );

/** 'a' and 'b' fulfil in the same callback at 48 ms, first 'b'. */
const sameCallback = () =>
  observe(
    ({ sleep }) => {
      const fulfil: (() => void)[] = [];
      const attempt = (value: string) => () =>
        new Promise<string>((resolve) => {
          fulfil.unshift(() => resolve(value));
        });
      void sleep(48).then(() => {
        for (const next of fulfil) next();
      });
      return staggered([attempt('A'), attempt('B')], DELAY);
    },
    { mayLeave },
  );

/** 'b' rejects at 36 ms, 'c' at 47 ms and 'a', the oldest, at 53 ms. */
const allFail = (reasons: Record<'a' | 'b' | 'c', unknown>) =>
  observe(
    ({ job, call }) => {
      const attempts = [
        job('a', 53, { failsWith: reasons.a }),
        job('b', 5, { failsWith: reasons.b }),
        job('c', 11, { failsWith: reasons.c }),
      ];
      return causes(call('staggered', () => staggered(attempts, DELAY)));
    },
    {
      mayLeave,
      plan: { staggered: [0, 53, { fails: true }], a: [0, 53], b: [31, 36], c: [36, 47] },
    },
  );

/** Tells a value from the errors of an AggregateError, which `causes` fulfils with. */
const fulfilled = async (promise: Promise<unknown>) => ({ value: await promise });

/** Fulfils with the errors of an AggregateError; any other error is thrown again. */
async function causes(promise: Promise<unknown>): Promise<unknown> {
  try {
    return await fulfilled(promise);
  } catch (error) {
    if (!(error instanceof AggregateError)) throw error;
    return error.errors;
  }
}

test('starts the next attempt when the delay is over, and none after a success', async () => {
  expect(await slow()).toStartAt({ a: 0, b: 31, c: 62 });

  // The first attempt keeps no program running, and rejects when 'b' starts: the timer has to wait for that.
  const silent = await observe(
    ({ job }) => {
      const b = job('b', 17);
      const end = new AbortController();
      const a = new Promise<string>((_, reject) => {
        end.signal.addEventListener('abort', reject);
      });
      const startB = (signal: AbortSignal) => {
        end.abort();
        return b(signal);
      };
      return staggered([() => a, startB], DELAY);
    },
    { mayLeave },
  );
  expect(silent).toStartAt({ b: 31 });

  const cached = await observe(({ job }) => staggered([async () => 'A', job('b', 17)], DELAY), {
    mayLeave,
  });
  expect(cached).toStartAt({});
});

test('starts the next attempt immediately when the newest one rejects', async () => {
  expect(await failing()).toStartAt(
    { a: 0, b: 11, c: 42, d: 47 },
    'When the newest attempt rejects, the next one starts immediately. The delay counts from the start of the newest attempt.',
  );
  // 'a' rejects in an immediate, so after all timers of that ms.
  const afterTheTimers = await observe(
    ({ job }) => {
      const a = job('a', 11);
      const unpacking = async (signal: AbortSignal) => {
        await a(signal);
        await new Promise(setImmediate);
        throw new Error('a cannot be unpacked');
      };
      return staggered([unpacking, job('b', 17)], DELAY);
    },
    { mayLeave },
  );
  expect(afterTheTimers).toStartAt({ a: 0, b: 11 });
  // The delay is over at the same ms.
  expect(await failsAfter(DELAY)).toStartAt(
    { a: 0, b: 31, c: 62, d: 93 },
    "'a' rejected when the delay was over: that starts 'b', and nothing else.",
  );
});

test('takes an attempt that throws for one that rejects', async () => {
  const error = new Error('no such host');
  const throws = () => {
    throw error;
  };
  const attempts = (lab: Lab) => [throws, lab.job('b', 200), throws, lab.job('d', 19)];
  const trace = await observe((lab) => staggered(attempts(lab), DELAY), { mayLeave });
  expect(trace).toStartAt({ b: 0, d: 31 });
  expect(await observe(() => causes(staggered([throws], DELAY)), { mayLeave })).toGive(
    [error],
    'The only attempt fails, so all fail: reject with an AggregateError.',
  );
});

test('still waits for the delay when an older attempt rejects', async () => {
  expect(await olderFails()).toStartAt(
    { a: 0, b: 31, c: 62 },
    "'b' is newer than 'a'. Only when the newest attempt rejects, the next one starts early.",
  );
});

test('fulfils with the value of the first attempt that fulfils', async () => {
  expect(await slow()).toGive('B');
  expect(await failing()).toGive('D');
  await eachValue(['b'], async ({ b }) => {
    const trace = await fulfilling(b);
    expect(trace).toGive({ value: b });
    expect(trace).toStartAt({ a: 0, b: 31 });
  });
});

test('fulfils with the value of the oldest attempt when all newer ones have rejected', async () => {
  const trace = await oldestWins();
  expect(trace).toGive(
    'A',
    "The result is open while one attempt is running: 'a' runs until 71 ms.",
  );
  expect(trace).toTake(71);
});

test('keeps the first value when an aborted attempt fulfils or rejects later', async () => {
  const trace = await deaf();
  expect(trace).toGive('B');
  expect(trace).toStartAt({ a: 0, b: 31, c: 62 });
  expect(await sameCallback()).toGive('B', "'b' fulfilled first, and 'a' in the same callback.");
});

test('leaves no timer', async () => {
  expect(await slow()).toLeaveNothing(['work']);
  expect(await failing()).toLeaveNothing(['work']);
  const trace = await observe(({ job }) => staggered([job('a', 11), job('b', 11)], DELAY));
  expect(trace).toLeaveNothing();
  expect(trace).toTake(11);
});

test('aborts the other running attempts as soon as one fulfils', async () => {
  await again(slow, (trace) => expect(trace).toAbort({ a: 81, c: 81 }));
});

test('aborts no attempt of another call', async () => {
  const trace = await observe(
    ({ job }) => {
      // Both attempts of the second call are the same function.
      const c = job('c', 53);
      return Promise.all([
        staggered([job('a', 200), job('b', 11)], DELAY),
        staggered([c, c], DELAY),
      ]);
    },
    {
      mayLeave,
      plan: {
        a: [0, 42, { aborted: 42 }],
        b: [31, 42],
        c: [
          [0, 53],
          [31, 53, { aborted: 53 }],
        ],
      },
    },
  );
  expect(trace).toGive(['B', 'C']);
  expect(trace).toRunAsPlanned();
});

test('does not abort the signal of the winner', async () => {
  const trace = await listeningWinner();
  expect(trace).toLog(
    'Does each attempt have a signal of its own? Abort only the attempts that are still running.',
  );
  expect(trace).toGive('B');
  expect(await listeningWinner({ isDeaf: true })).toLog(
    "'a' fulfils after 'b' has won. That must not abort the signal of the winner.",
  );
});

test('settles only when the stopped attempts have ended', async () => {
  const trace = await slow();
  expect(trace).toSettleLast();
  expect(trace).toTake(100);
});

test('does not change the list', async () => {
  const trace = await observe(
    async ({ job }) => {
      const attempts = [job('a', 50), job('b', 11), job('c', 11)];
      await staggered(attempts, DELAY);
      return { 'attempts afterwards': attempts.length };
    },
    { mayLeave },
  );
  expect(trace).toGive(
    { 'attempts afterwards': 3 },
    'The list belongs to the caller: work on a copy.',
  );
});

test('rejects with an AggregateError when all fail, with the errors in input order', async () => {
  await eachReason(['a', 'b', 'c'], async (reasons) => {
    const trace = await allFail(reasons);
    expect(trace).toGive(
      [reasons.a, reasons.b, reasons.c],
      'When all fail, one error does not say why: an AggregateError holds all of them, as they are.',
    );
    expect(trace).toTake(53);
  });
});

test('rejects immediately with an AggregateError when the input is empty', async () => {
  const trace = await observe(() => causes(staggered([], DELAY)));
  expect(trace).toGive([]);
  expect(trace).toTake(0);
});
