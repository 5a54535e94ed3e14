import { expect, explore, observe, test } from '#lab';
import { fastest } from './3-fastest-mirror.ts';

/** Needs 10 ms to close its files when it is aborted. */
const slowly = { stopsIn: 10 };

/** 'b' fulfils first, at 20 ms. 'a' and 'c' are aborted then, and have ended at 30 ms. */
const three = () =>
  observe(
    ({ job, call }) =>
      call('fastest', () =>
        fastest([job('a', 50, slowly), job('b', 20, slowly), job('c', 40, slowly)]),
      ),
    {
      mayLeave: ['work'],
      plan: {
        fastest: [0, 30],
        a: [0, 30, { aborted: 20 }],
        b: [0, 20],
        c: [0, 30, { aborted: 20 }],
      },
    },
  );

/** 'a' rejects at 10 ms, while 'b' and 'c' are in flight. 'b' fulfils at 20 ms. */
const oneFails = () =>
  observe(
    ({ job, call }) =>
      call('fastest', () => fastest([job('a', 10, { fails: true }), job('b', 20), job('c', 40)])),
    {
      mayLeave: ['work'],
      plan: { fastest: [0, 20], a: [0, 10], b: [0, 20], c: [0, 20, { aborted: 20 }] },
    },
  );

/** 'b' fulfils at 20 ms. 'c' takes 40 ms, and ignores its signal. */
const deaf = () =>
  observe(
    ({ job, call }) => {
      const c = job('c', 40);
      return call('fastest', () => fastest([job('a', 50), job('b', 20), () => c()]));
    },
    {
      mayLeave: ['work'],
      plan: { fastest: [0, 40], a: [0, 20, { aborted: 20 }], b: [0, 20], c: [0, 40] },
    },
  );

/** Fulfils with the messages of the errors instead of rejecting with an AggregateError. */
const causesOf = async (result: Promise<string>) => {
  try {
    return await result;
  } catch (error) {
    if (!(error instanceof AggregateError)) throw error;
    return error.errors.map((cause) => (cause as Error).message);
  }
};

/** 'b' rejects at 10 ms, 'c' at 20 ms and 'a' at 30 ms. */
const allFail = () =>
  observe(
    ({ job, call }) => {
      const fails = true;
      const mirrors = [job('a', 30, { fails }), job('b', 10, { fails }), job('c', 20, { fails })];
      return causesOf(call('fastest', () => fastest(mirrors)));
    },
    { plan: { fastest: [0, 30, { fails: true }], a: [0, 30], b: [0, 10], c: [0, 20] } },
  );

test('starts every download without waiting for an earlier one', async () => {
  expect(await three()).toPeakAt(3);
});

test('fulfils with the value of the first download that fulfils', async () => {
  expect(await three()).toGive('B');
});

test('keeps the first value when another download fulfils later', async () => {
  expect(await deaf()).toGive('B');
});

test('ignores a mirror that fails, and stops no other one', async () => {
  const trace = await oneFails();
  expect(trace).toGive('B', 'One mirror that fails decides nothing: others are still running.');
  expect(trace).toAbort({ c: 20 });
});

test('aborts the other downloads as soon as one fulfils', async () => {
  expect(await three()).toAbort({ a: 20, c: 20 });
});

test('settles only when the others have ended', async () => {
  const trace = await three();
  expect(trace).toSettleLast();
  expect(trace).toTake(30);
  expect(await deaf()).toSettleLast();
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
});

test('rejects with an AggregateError when all fail, with the errors in input order', async () => {
  const trace = await allFail();
  expect(trace).toGive(
    ['a failed', 'b failed', 'c failed'],
    'When all fail, one error does not say why: an AggregateError holds all of them.',
  );
  expect(trace).toAbort({});
  expect(trace).toTake(30);
});

test('rejects immediately with an AggregateError when the input is empty', async () => {
  const trace = await observe(() => causesOf(fastest([])));
  expect(trace).toGive([]);
  expect(trace).toTake(0);
});
