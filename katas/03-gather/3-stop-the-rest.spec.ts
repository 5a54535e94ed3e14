import { expect, explore, observe, test } from '#lab';
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

/** All fulfil, and log if their signal is aborted. */
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

/** 'b' rejects at 30 ms; 'a' is aborted, and rejects because it cannot close its file. */
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

test('starts every download without waiting for an earlier one', async () => {
  expect(await failing()).toPeakAt(4);
});

test('fulfils with the results in input order, as soon as the slowest download has fulfilled', async () => {
  const trace = await goingWell();
  expect(trace).toGive(['A', 'B', 'C']);
  expect(trace).toTake(30);
  await explore(['a', 'b', 'c'], async (takes) => {
    expect(await goingWell(takes)).toGive(['A', 'B', 'C']);
  });
});

test('aborts no signal when all downloads fulfil', async () => {
  expect(await goingWell()).toLog(
    'All downloads fulfil here, so nothing is left to stop. Does your code abort in a finally? That runs in both cases.',
  );
});

test('rejects with the first error, not with the AbortError of a stopped download', async () => {
  expect(await failing()).toFailWith('b failed');
  await explore(['a', 'b', 'c'], async (takes, [first]) => {
    expect(await allFail(takes)).toFailWith(`${first} failed`);
  });
});

test('rejects with the first error even when a stopped download rejects with another error', async () => {
  expect(await stoppingFails()).toFailWith('b failed');
});

test('aborts the signals of the other downloads as soon as the first one rejects', async () => {
  expect(await failing()).toAbort({ a: 30, d: 30 });
});

test('settles only when the others have ended', async () => {
  const trace = await failing();
  expect(trace).toSettleLast();
  expect(trace).toTake(50);
  await explore(['a', 'b', 'c'], async (takes) => {
    expect(await allFail(takes)).toTake(15);
  });
});

test('fulfils with an empty list when the input is empty', async () => {
  expect(await observe(() => downloadAll([]))).toGive([]);
});
