import { again, eachReason, eachValue, expect, explore, observe, test } from '#lab';
import { fastest } from './3-fastest-mirror.ts';

/** Work that is left running has its own test. */
const mayLeave: ['work'] = ['work'];

const POLL = 'Does your code poll? A handler runs as soon as its promise settles.';

/**
 * 'b' fulfils first, at 21 ms. At that moment 'a' and 'c' are aborted. They need 13 and 7 ms to close
 * their files, and have ended at 34 ms.
 */
const three = () =>
  observe(
    ({ job, call }) =>
      call('fastest', () =>
        fastest([job('a', 53, { stopsIn: 13 }), job('b', 21), job('c', 41, { stopsIn: 7 })]),
      ),
    {
      mayLeave,
      plan: {
        fastest: [0, 34],
        a: [0, 34, { aborted: 21 }],
        b: [0, 21],
        c: [0, 28, { aborted: 21 }],
      },
    },
  );

/** 'a' rejects at 11 ms, while 'b' and 'c' are in flight. 'b' fulfils at 21 ms. */
const oneFails = () =>
  observe(
    ({ job, call }) =>
      call('fastest', () => fastest([job('a', 11, { fails: true }), job('b', 21), job('c', 41)])),
    {
      mayLeave,
      plan: { fastest: [0, 21], a: [0, 11], b: [0, 21], c: [0, 21, { aborted: 21 }] },
    },
  );

/** 'b' fulfils at 21 ms. 'c' takes 41 ms, ignores its signal, and fulfils or rejects. */
const deaf = (cFails: boolean) =>
  observe(
    ({ job, call }) => {
      const c = job('c', 41, { fails: cFails });
      return call('fastest', () => fastest([job('a', 53), job('b', 21), () => c()]));
    },
    {
      mayLeave,
      plan: { fastest: [0, 41], a: [0, 21, { aborted: 21 }], b: [0, 21], c: [0, 41] },
    },
  );

/** Fulfils with the errors of an AggregateError; any other error is thrown again. */
const causesOf = async (result: Promise<unknown>) => {
  try {
    return { fulfilled: await result };
  } catch (error) {
    if (!(error instanceof AggregateError)) throw error;
    return error.errors;
  }
};

/** 'b' rejects at 11 ms, 'c' at 17 ms and 'a' at 31 ms. */
const allFail = (reasons: Record<'a' | 'b' | 'c', unknown>) =>
  observe(
    ({ job, call }) => {
      const mirrors = [
        job('a', 31, { failsWith: reasons.a }),
        job('b', 11, { failsWith: reasons.b }),
        job('c', 17, { failsWith: reasons.c }),
      ];
      return causesOf(call('fastest', () => fastest(mirrors)));
    },
    { plan: { fastest: [0, 31, { fails: true }], a: [0, 31], b: [0, 11], c: [0, 17] } },
  );

test('starts every download during the call, without waiting for an earlier one', async () => {
  expect(await three()).toPeakAt(3);

  const changed = await observe(
    ({ job }) => {
      // The first two are the same function, and it takes 31 ms each time.
      const slow = job('slow', 31);
      const mirrors = [slow, slow, job('quick', 17)];
      const result = fastest(mirrors);
      mirrors.length = 0;
      return result;
    },
    { mayLeave },
  );
  expect(changed).toPeakAt(3);
});

test('fulfils with the value of the first download that fulfils', async () => {
  expect(await three()).toGive('B');
  await eachValue(['a', 'b'], async ({ a, b }) => {
    const trace = await observe(
      ({ job }) => causesOf(fastest([job('a', 31, { gives: a }), job('b', 17, { gives: b })])),
      { mayLeave },
    );
    expect(trace).toGive(
      { fulfilled: b },
      'A value may be anything, also an Error: only a rejection is a failure.',
    );
  });
});

test('keeps the first value when another download fulfils or rejects later', async () => {
  expect(await deaf(false)).toGive('B');
  expect(await deaf(true)).toGive('B');
});

test('ignores a mirror that fails, and stops no other one', async () => {
  const trace = await oneFails();
  expect(trace).toGive('B', 'One mirror that fails decides nothing: others are still running.');
  expect(trace).toAbort({ c: 21 });

  const atOnce = await observe(
    ({ job }) => fastest([job('a', 31), () => Promise.reject('no such file'), job('b', 17)]),
    { mayLeave },
  );
  expect(atOnce).toGive('B');
});

test('takes a mirror that throws for a download that rejects', async () => {
  const error = new Error('no such host');
  const throws = () => {
    throw error;
  };
  const trace = await observe(({ job }) => fastest([job('a', 31), throws, job('b', 17)]), {
    mayLeave,
  });
  expect(trace).toGive('B');
  expect(await observe(() => causesOf(fastest([throws])))).toGive(
    [error],
    'The only mirror fails, so all fail: reject with an AggregateError.',
  );
});

test('aborts the other downloads as soon as one fulfils', async () => {
  await again(three, (trace) => expect(trace).toAbort({ a: 21, c: 21 }));

  // 'b' fulfils in an immediate, so after all timers of that ms.
  const afterTheTimers = await observe(
    ({ job }) => {
      const b = job('b', 17);
      const unpacking = (signal: AbortSignal) => b(signal).then(() => new Promise(setImmediate));
      return fastest<unknown>([job('a', 31), unpacking]);
    },
    { mayLeave },
  );
  expect(afterTheTimers).toAbort({ a: 17 }, POLL);
});

test('settles only when the others have ended', async () => {
  const trace = await three();
  expect(trace).toSettleLast();
  expect(trace).toTake(34);
  expect(await deaf(false)).toSettleLast();
});

test('has one winner, in whatever order the downloads fulfil', async () => {
  await explore(['a', 'b', 'c', 'd'], async (takes, order) => {
    const trace = await observe(({ job }) =>
      fastest((['a', 'b', 'c', 'd'] as const).map((name) => job(name, takes[name]))),
    );
    expect(trace).toGive(order[0]?.toUpperCase());
    expect(trace).toAbort(Object.fromEntries(order.slice(1).map((name) => [name, 10])));
    expect(trace).toTake(10);
  });
  const cached = await observe(
    ({ job }) => fastest([job('a', 31), async () => 'cached', async () => 'cached too']),
    { mayLeave },
  );
  expect(cached).toGive('cached');
});

test('aborts no download of another call', async () => {
  const trace = await observe(
    ({ job }) =>
      Promise.all([fastest([job('a', 13), job('b', 41)]), fastest([job('c', 43), job('d', 23)])]),
    { mayLeave },
  );
  expect(trace).toGive(['A', 'D']);
  expect(trace).toAbort({ b: 13, c: 23 });
});

test('does not change the list', async () => {
  const trace = await observe(
    async ({ job }) => {
      const mirrors = [job('a', 31), job('b', 17)];
      await fastest(mirrors);
      return { 'mirrors afterwards': mirrors.length };
    },
    { mayLeave },
  );
  expect(trace).toGive(
    { 'mirrors afterwards': 2 },
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
    expect(trace).toAbort({});
    expect(trace).toTake(31);
  });
});

test('rejects immediately with an AggregateError when the input is empty', async () => {
  const trace = await observe(() => causesOf(fastest([])));
  expect(trace).toGive([]);
  expect(trace).toTake(0);
});
