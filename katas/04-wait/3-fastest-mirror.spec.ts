import { expect, explore, observe, test } from '#lab';
import { fastest } from './3-fastest-mirror.ts';

/** Takes 10 ms to close its files when it is told to stop. */
const slowly = { stopsIn: 10 };

/** b delivers first, at 20 ms; a and c are told to stop then, and have stopped at 30. */
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

/** a fails at 10 ms, when b and c are under way; b delivers at 20. */
const oneFails = () =>
  observe(
    ({ job, call }) =>
      call('fastest', () => fastest([job('a', 10, { fails: true }), job('b', 20), job('c', 40)])),
    {
      mayLeave: ['work'],
      plan: { fastest: [0, 20], a: [0, 10], b: [0, 20], c: [0, 20, { aborted: 20 }] },
    },
  );

/** b delivers at 20 ms; c takes 40, and listens to nobody. */
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

/** Gives the causes in the place of an AggregateError. */
const causesOf = async (result: Promise<string>) => {
  try {
    return await result;
  } catch (error) {
    if (!(error instanceof AggregateError)) throw error;
    return error.errors.map((cause) => (cause as Error).message);
  }
};

/** b fails at 10 ms, c at 20 and a at 30. */
const allFail = () =>
  observe(
    ({ job, call }) => {
      const fails = true;
      const mirrors = [job('a', 30, { fails }), job('b', 10, { fails }), job('c', 20, { fails })];
      return causesOf(call('fastest', () => fastest(mirrors)));
    },
    { plan: { fastest: [0, 30, { fails: true }], a: [0, 30], b: [0, 10], c: [0, 20] } },
  );

test('asks all mirrors at once', async () => {
  expect(await three()).toPeakAt(3);
});

test('gives what the first one to deliver gives', async () => {
  expect(await three()).toGive('B');
});

test('keeps to the first one when another delivers after it', async () => {
  expect(await deaf()).toGive('B');
});

test('lets a failure lose, and stop nobody', async () => {
  const trace = await oneFails();
  expect(trace).toGive('B');
  expect(trace).toAbort({ c: 20 });
});

test('stops the others when one has delivered', async () => {
  expect(await three()).toAbort({ a: 20, c: 20 });
});

test('lets the caller hear when the others have ended', async () => {
  const trace = await three();
  expect(trace).toSettleLast();
  expect(trace).toTake(30);
  expect(await deaf()).toSettleLast();
});

test('has one winner, in whatever order they come', async () => {
  await explore(['a', 'b', 'c', 'd'], async (takes, order) => {
    const trace = await observe(({ job }) =>
      fastest((['a', 'b', 'c', 'd'] as const).map((name) => job(name, takes[name]))),
    );
    expect(trace).toGive(order[0]?.toUpperCase());
    expect(trace).toAbort(Object.fromEntries(order.slice(1).map((name) => [name, 10])));
    expect(trace).toTake(10);
  });
});

test('fails when all have failed, with the causes in the order of the mirrors', async () => {
  const trace = await allFail();
  expect(trace).toGive(['a failed', 'b failed', 'c failed']);
  expect(trace).toAbort({});
  expect(trace).toTake(30);
});

test('fails without mirrors, at once', async () => {
  const trace = await observe(() => causesOf(fastest([])));
  expect(trace).toGive([]);
  expect(trace).toTake(0);
});
