import { expect, explore, observe, test } from '#lab';
import { downloadAll } from './3-stop-the-rest.ts';

/** What is left at work is a promise of its own, and has its own test. */
const mayLeave: ['work'] = ['work'];

/** c is done at 10 ms, b fails at 30. a and d need 20 and 10 ms to close their files when told to stop. */
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

/** All go well, and say when they are told to stop. */
const goingWell = ({ a, b, c } = { a: 30, b: 10, c: 20 }) =>
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

/** All would fail, and need 5 ms to stop. */
const allFail = ({ a, b, c }: Record<'a' | 'b' | 'c', number>) =>
  observe(
    ({ job, call }) => {
      const options = { fails: true, stopsIn: 5 };
      const downloads = [job('a', a, options), job('b', b, options), job('c', c, options)];
      return call('downloadAll', () => downloadAll(downloads));
    },
    { mayLeave },
  );

/** b fails at 30 ms; a is told to stop, and fails to close its file. */
const stoppingFails = () =>
  observe(
    ({ job, call }) => {
      const a = job('a', 100, { stopsIn: 20 });
      const closing = (signal: AbortSignal) =>
        a(signal).catch((reason) => {
          throw new Error('the file of a cannot be closed', { cause: reason });
        });
      return call('downloadAll', () => downloadAll([closing, job('b', 30, { fails: true })]));
    },
    {
      mayLeave,
      plan: { downloadAll: [0, 50, { fails: true }], a: [0, 50, { aborted: 30 }], b: [0, 30] },
    },
  );

test('starts all downloads at once', async () => {
  expect(await failing()).toPeakAt(4);
});

test('gives the results in the order of the downloads, when the slowest has come', async () => {
  const trace = await goingWell();
  expect(trace).toGive(['A', 'B', 'C']);
  expect(trace).toTake(30);
  await explore(['a', 'b', 'c'], async (takes) => {
    expect(await goingWell(takes)).toGive(['A', 'B', 'C']);
  });
});

test('tells nobody to stop when all goes well', async () => {
  expect(await goingWell()).toLog();
});

test('passes on the first failure, and not what came of it', async () => {
  expect(await failing()).toFailWith('b failed');
  await explore(['a', 'b', 'c'], async (takes, [first]) => {
    expect(await allFail(takes)).toFailWith(`${first} failed`);
  });
});

test('passes on the first failure also when another fails to stop', async () => {
  expect(await stoppingFails()).toFailWith('b failed');
});

test('tells the others to stop at the moment of the failure', async () => {
  expect(await failing()).toAbort({ a: 30, d: 30 });
});

test('lets the caller hear when the last of them has ended', async () => {
  const trace = await failing();
  expect(trace).toSettleLast();
  expect(trace).toTake(50);
  await explore(['a', 'b', 'c'], async (takes) => {
    expect(await allFail(takes)).toTake(15);
  });
});

test('gives an empty list when there is nothing to download', async () => {
  expect(await observe(() => downloadAll([]))).toGive([]);
});
