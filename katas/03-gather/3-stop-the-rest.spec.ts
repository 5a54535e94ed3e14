import { eachReason, eachValue, expect, explore, observe, test } from '#lab';
import { downloadAll } from './3-stop-the-rest.ts';

/** That no work is still running has its own test: settles only when the others have ended. */
const mayLeave: ['work'] = ['work'];

/** 'c' fulfils at 10 ms, 'b' rejects at 30. When aborted, 'a' and 'd' need 20 and 10 ms to end. */
const failing = () =>
  observe(
    ({ job, call }) =>
      call('downloadAll', () =>
        downloadAll([
          job('a', 100, { stopsIn: 20 }),
          job('b', 30, { fails: true }),
          job('c', 10),
          job('d', 60, { stopsIn: 10 }),
        ]),
      ),
    {
      mayLeave,
      plan: {
        downloadAll: [0, 50, { fails: true }],
        a: [0, 50, { aborted: 30 }],
        b: [0, 30],
        c: [0, 10],
        d: [0, 40, { aborted: 30 }],
      },
    },
  );

/** The same download is in the list twice. */
const twice = () =>
  observe(
    ({ job, call }) => {
      const a = job('a', 17);
      return call('downloadAll', () => downloadAll([a, job('b', 11), a]));
    },
    {
      plan: {
        downloadAll: [0, 17],
        a: [
          [0, 17],
          [0, 17],
        ],
        b: [0, 11],
      },
    },
  );

/** All fulfil, and log if their signal is aborted. */
const goingWell = ({ a, b, c } = { a: 31, b: 11, c: 23 }) =>
  observe(
    ({ job, log, call }) => {
      const saying = (name: string, takes: number) => {
        const download = job(name, takes);
        return (signal: AbortSignal) => {
          signal?.addEventListener('abort', () => log(`${name} was told to stop`));
          return download(signal);
        };
      };
      const downloads = [saying('a', a), saying('b', b), saying('c', c)];
      return call('downloadAll', () => downloadAll(downloads));
    },
    { plan: { downloadAll: [0, Math.max(a, b, c)], a: [0, a], b: [0, b], c: [0, c] } },
  );

/** 'a' and 'b' fulfil at 23 and 11 ms with what is in `values`. */
const fulfillingWith = (values: Record<'a' | 'b', unknown>) =>
  observe(({ job, call }) => {
    const downloads = [job('a', 23, { gives: values.a }), job('b', 11, { gives: values.b })];
    return call('downloadAll', () => downloadAll(downloads));
  });

/** All would reject, and need 5 ms to end when aborted. */
const allFail = ({ a, b, c }: Record<'a' | 'b' | 'c', number>) =>
  observe(
    ({ job, call }) => {
      const options = { fails: true, stopsIn: 5 };
      const downloads = [job('a', a, options), job('b', b, options), job('c', c, options)];
      return call('downloadAll', () => downloadAll(downloads));
    },
    { mayLeave },
  );

/** 'b' rejects at 17 ms with `reason`; when aborted, 'a' needs 6 ms to end. */
const failingWith = (reason: unknown) =>
  observe(
    ({ job, call }) => {
      const downloads = [job('a', 43, { stopsIn: 6 }), job('b', 17, { failsWith: reason })];
      return call('downloadAll', () => downloadAll(downloads));
    },
    { mayLeave },
  );

/** The line is cut at 17 ms: 'b' rejects with `reason`, and a few microtasks later 'a' rejects, too. */
const lineIsCut = (reason: Error) =>
  observe(
    ({ job, call }) => {
      const cut = job('line', 17)();
      const a = async () => {
        await cut;
        for (let microtasks = 0; microtasks < 20; microtasks++) await null;
        throw new Error('a rejected after b');
      };
      const b = () => cut.then(() => Promise.reject(reason));
      return call('downloadAll', () => downloadAll([a, b]));
    },
    { mayLeave },
  );

/** 'b' rejects at 23 ms, when 'a' has ended: nothing is left to stop. */
const lastFails = () =>
  observe(({ job, call }) => {
    const downloads = [job('a', 11), job('b', 23, { fails: true })];
    return call('downloadAll', () => downloadAll(downloads));
  });

/** 'b' rejects at 30 ms; 'a' is aborted, and rejects at 50 because it cannot close its file. */
const stoppingFails = (reasons: Record<'a' | 'b', unknown>) =>
  observe(
    ({ job, call }) => {
      const a = job('a', 100, { stopsIn: 20 });
      const closing = (signal: AbortSignal) => a(signal).catch(() => Promise.reject(reasons.a));
      const b = job('b', 30, { failsWith: reasons.b });
      return call('downloadAll', () => downloadAll([closing, b]));
    },
    {
      mayLeave,
      plan: { downloadAll: [0, 50, { fails: true }], a: [0, 50, { aborted: 30 }], b: [0, 30] },
    },
  );

/** The promise of 'b' has rejected when 'b' returns it. When aborted, 'a' and 'c' need 7 and 3 ms to end. */
const rejectedAtOnce = (reason: Error) =>
  observe(
    ({ job, call }) => {
      const [a, c] = [job('a', 43, { stopsIn: 7 }), job('c', 43, { stopsIn: 3 })];
      const downloads = [a, () => Promise.reject(reason), c];
      return call('downloadAll', () => downloadAll(downloads)).catch((error) => {
        if (error === reason) return 'the reason of b';
        throw error;
      });
    },
    { mayLeave },
  );

/** 'b' rejects at 17 ms. 'a' and 'c' ignore their signals: 'a' fulfils at 47 ms, 'c' rejects at 31. */
const deaf = () =>
  observe(
    ({ job, call }) => {
      const [a, c] = [job('a', 47), job('c', 31, { fails: true })];
      const b = job('b', 17, { fails: true });
      return call('downloadAll', () => downloadAll([() => a(), b, () => c()]));
    },
    {
      mayLeave,
      plan: { downloadAll: [0, 47, { fails: true }], a: [0, 47], b: [0, 17], c: [0, 31] },
    },
  );

/** The first call fails at 11 ms, the second one goes well, and the third one begins after both. */
const threeCalls = () =>
  observe(
    async ({ job, call }) => {
      const b = job('b', 11, { fails: true });
      const first = call('first', () => downloadAll([job('a', 43, { stopsIn: 6 }), b]));
      const second = call('second', () => downloadAll([job('c', 31), job('d', 23)]));
      const both = await Promise.all([first.catch(failureOfB), second]);
      return [...both, await call('third', () => downloadAll([job('e', 7)]))];
    },
    {
      mayLeave,
      plan: {
        first: [0, 17, { fails: true }],
        a: [0, 17, { aborted: 11 }],
        b: [0, 11],
        second: [0, 31],
        c: [0, 31],
        d: [0, 23],
        third: [31, 38],
        e: [31, 38],
      },
    },
  );

/** The message of the one error that is expected. */
const failureOfB = (error: unknown) => {
  if (error instanceof Error && error.message === 'b failed') return error.message;
  throw error;
};

/** The caller puts something else into its list right after the call; fulfils with the list, too. */
const changed = () =>
  observe(async ({ job, call }) => {
    const [a, b, other] = [job('a', 11), job('b', 23), job('c', 31)];
    const downloads = [a, b];
    const results = call('downloadAll', () => downloadAll(downloads));
    const are = (list: unknown[]) =>
      downloads.length === list.length && list.every((one, i) => downloads[i] === one);
    const isUnchangedByTheCall = are([a, b]);
    downloads.splice(1, 1, other, other);
    return {
      results: await results,
      isUnchanged: isUnchangedByTheCall && are([a, other, other]),
      length: downloads.length,
    };
  });

test('starts every download without waiting for an earlier one', async () => {
  expect(await failing()).toPeakAt(4);
  const trace = await twice();
  expect(trace).toGive(['A', 'B', 'A']);
  expect(trace).toRunAsPlanned();
});

test('fulfils with the results in input order, as soon as the slowest download has fulfilled', async () => {
  const trace = await goingWell();
  expect(trace).toGive(['A', 'B', 'C']);
  expect(trace).toTake(31);
  expect(trace).toSetTimers(0);
  await explore(['a', 'b', 'c'], async (takes) => {
    expect(await goingWell(takes)).toGive(['A', 'B', 'C']);
  });
});

test('accepts every result, also undefined', async () => {
  await eachValue(['a', 'b'], async (values) => {
    expect(await fulfillingWith(values)).toGive([values.a, values.b]);
  });
});

test('aborts no signal when all downloads fulfil', async () => {
  expect(await goingWell()).toLog(
    'All downloads fulfil here, so nothing is left to stop. Does your code abort in a finally? That runs in both cases.',
  );
});

test('rejects with the first reason, not with the AbortError of a stopped download', async () => {
  expect(await failing()).toFailWith('b failed');
  await explore(['a', 'b', 'c'], async (takes, [first]) => {
    expect(await allFail(takes)).toFailWith(`${first} failed`);
  });
  await eachReason(['b'], async ({ b }) => {
    expect(await failingWith(b)).toRejectWith(b);
  });
  const reason = new Error('the line is cut');
  expect(await lineIsCut(reason)).toRejectWith(reason);
  expect(await lastFails()).toFailWith('b failed');
});

test('rejects with the first reason even when a stopped download rejects with another one', async () => {
  const closing = new Error('the file of a cannot be closed');
  const reason = new Error('the server is down');
  expect(await stoppingFails({ a: closing, b: reason })).toFailWith('the server is down');
  await eachReason(['a', 'b'], async (reasons) => {
    expect(await stoppingFails(reasons)).toRejectWith(reasons.b);
  });
});

test('aborts the signals of the other downloads as soon as the first one rejects', async () => {
  expect(await failing()).toAbort({ a: 30, d: 30 });
  const trace = await rejectedAtOnce(new Error('no such file'));
  expect(trace).toAbort({ a: 0, c: 0 });
});

test('settles only when the others have ended', async () => {
  const trace = await failing();
  expect(trace).toSettleLast();
  expect(trace).toTake(50);
  await explore(['a', 'b', 'c'], async (takes) => {
    expect(await allFail(takes)).toTake(15);
  });
  expect(await deaf()).toFailWith('b failed', 47);
  expect(await rejectedAtOnce(new Error('no such file'))).toTake(7);
  expect(trace).toSetTimers(0);
});

test('stops the downloads of its own call, and no others', async () => {
  const trace = await threeCalls();
  expect(trace).toGive(['b failed', ['C', 'D'], ['E']]);
  expect(trace).toAbort({ a: 11 });
});

test('fulfils with an empty list when the input is empty', async () => {
  expect(await observe(() => downloadAll([]))).toGive([]);
});

test('neither changes the input nor follows later changes of it', async () => {
  expect(await changed()).toGive({ results: ['A', 'B'], isUnchanged: true, length: 3 });
});
