import { again, eachReason, expect, type Lab, observe, type Trace, test, together } from '#lab';
import { type Counts, progress, type Result } from './5-progress.ts';

const AS_IT_IS =
  'A result is passed on as it is, at the moment when it comes. To draw, no reader has to wait.';
const ASKED = 'The reader has not asked for another result yet: it may never do so.';
const FIRST =
  'Nothing was drawn before, so the first result is drawn at once. `done` counts each result with a `status`, whatever that is.';
const PAUSE =
  'Between two draws lie 53 ms. What came in between is drawn when they have passed, once, with the latest counts.';
const BUSY =
  'Between two draws lie 53 ms. Count and draw before you yield: after `yield`, your code runs only when the reader asks again.';
const LONG =
  'The last draw was more than 53 ms ago, and nothing has come since. So this result need not wait.';
const END =
  'The last counts must be seen: draw them when the results end, if they were not drawn yet. And nothing after that.';
const LEFT =
  'The reader has left the loop: now only a `finally` runs. It clears the timer, and draws what was not drawn yet.';
const CLOSED = 'No result will be read any more, and the crawler behind them has to know that.';
const OWN = 'Each call counts its own results, and knows when it has drawn.';

const page = (status: number | string): Result =>
  typeof status === 'number'
    ? { url: `http://a/${status}`, depth: 1, status }
    : { url: 'http://a/', depth: 1, error: status };

/** When each result is there, after the one before, and what it is. */
type Coming = readonly (readonly [after: number, status: number | string])[];

interface Options {
  /** How long after the last result the end comes, or the failure. */
  end?: number;
  failsWith?: unknown;
  /** The reader works so long with each result. */
  busy?: number;
  /** The reader leaves after so many results. */
  leaves?: number;
  logs?: 'draws' | 'results';
  /** How long the results take to close; `Infinity`: they have no return(). */
  closesIn?: number;
}

const EVERY = 53;

/** Reads all of it, and logs what is drawn, or what is read. */
const reads =
  (coming: Coming, options: Options = {}) =>
  async (lab: Lab) => {
    const { end = 7, busy = 0, leaves = Infinity, logs = 'draws', closesIn = 0 } = options;
    const items = coming.map(([, status]) => page(status));
    const source = lab.source('results', items, {
      ...('failsWith' in options && { failsWith: options.failsWith }),
      takes: [...coming.map(([after]) => after), end],
      ...(closesIn < Infinity && { closesIn }),
    });
    const next = () => source.next();
    const unclosed = { [Symbol.asyncIterator]: () => ({ next }) };
    const seen: Counts[] = [];
    const draw = (counts: Counts) => {
      seen.push(counts);
      if (logs !== 'results') lab.log(sayAll(seen));
    };
    let read = 0;
    for await (const result of progress(closesIn < Infinity ? source : unclosed, draw, EVERY)) {
      if (logs !== 'draws') lab.log(`result ${items.indexOf(result) + 1}`);
      if (++read === leaves) break;
      if (busy > 0) await lab.job('loop body', busy)();
    }
  };

/** The latest draw; with a note where an earlier one has changed since. */
const sayAll = (seen: readonly Counts[]) => {
  const { done, failed } = seen.at(-1) as Counts;
  const isShared = new Set(seen).size < seen.length;
  return `${done} done, ${failed} failed${isShared ? ', in the object of an earlier draw' : ''}`;
};

/** When the results are read, and what is drawn when. */
const expected = (coming: Coming, { end = 7, busy = 0, leaves = Infinity }: Options = {}) => {
  const draws: [ms: number, line: string][] = [];
  const results: [ms: number, line: string][] = [];
  let [now, drawn, isNew, done, failed] = [0, -Infinity, false, 0, 0];
  const draw = (ms: number) => {
    draws.push([ms, `${done} done, ${failed} failed`]);
    [drawn, isNew] = [ms, false];
  };
  const passTo = (ms: number) => {
    if (isNew && drawn + EVERY < ms) draw(drawn + EVERY);
    now = ms;
  };
  for (const [i, [after, status]] of coming.slice(0, leaves).entries()) {
    passTo(now + after);
    if (typeof status === 'number') done++;
    else failed++;
    isNew = true;
    results.push([now, `result ${i + 1}`]);
    if (drawn + EVERY <= now) draw(now);
    if (i + 1 < leaves) passTo(now + busy);
  }
  if (coming.length < leaves) passTo(now + end);
  if (isNew) draw(now);
  return { draws, results };
};

const FIVE: Coming = [
  [0, 200],
  [23, 301],
  [19, 'timeout'],
  [131, 404],
  [11, 'fetch failed'],
];

/** More than one a pause, for a long time. */
const STEADY: Coming = Array.from({ length: 30 }, (_, i) => [i % 2 ? 13 : 17, i % 5 ? 200 : '']);

test('yields each result as it is, at once, and asks for the next one only when it is asked', async () => {
  for (const options of [{ busy: 0 }, { busy: 29 }]) {
    const trace = await observe(reads(FIVE, { ...options, logs: 'results' }));
    expect(trace).toLog(...expected(FIVE, options).results, AS_IT_IS);
  }
  const left = await observe(reads(FIVE, { leaves: 2, busy: 29, logs: 'results' }));
  expect(left).toAsk({ results: [0, 29] }, ASKED);
});

test('counts results with a status, and those with an error, and draws the first one at once', async () => {
  for (const status of [200, 503, 'timeout', '']) {
    const coming: Coming = [[31, status]];
    const trace = await observe(reads(coming));
    expect(trace).toLog(...expected(coming).draws, FIRST);
  }
});

test('draws again when the pause is over, with the latest counts, if there were results in it', async () => {
  const trace = await observe(reads(FIVE, { end: 301 }));
  expect(trace).toLog(...expected(FIVE, { end: 301 }).draws, PAUSE);
  const steady = await observe(reads(STEADY));
  expect(steady).toLog(...expected(STEADY).draws, PAUSE);
});

test('draws while the reader works, and waits for nothing', async () => {
  const options = { busy: 83 };
  const trace = await observe(reads(FIVE, options));
  expect(trace).toLog(...expected(FIVE, options).draws, BUSY);
});

test('draws a result at once after a longer pause', async () => {
  const coming: Coming = [
    [5, 200],
    [61, 200],
    [307, 'timeout'],
    [59, 200],
    [52, 200],
  ];
  const trace = await observe(reads(coming, { end: 97 }));
  expect(trace).toLog(...expected(coming, { end: 97 }).draws, LONG);
});

test('draws what is new when the results end, and never after that', async () => {
  for (const end of [3, 71, 211]) {
    const trace = await observe(reads(FIVE, { end }));
    expect(trace).toLog(...expected(FIVE, { end }).draws, END);
    expect(trace).toTake(184 + end);
  }
  const none = await observe(reads([], { end: 71 }));
  expect(none).toLog(
    ...expected([], { end: 71 }).draws,
    'There was no result, so there is nothing to draw.',
  );
});

test('draws what is new when the loop is left, and closes the results', async () => {
  for (const leaves of [1, 2, 3, 5]) {
    const { draws, results } = expected(FIVE, { leaves });
    const trace = await observe(reads(FIVE, { leaves }));
    expect(trace).toLog(...draws, LEFT);
    expect(trace).toClose({ results: results.at(-1)?.[0] ?? 0 }, CLOSED);
  }
  const slow = await observe(reads(FIVE, { leaves: 3, closesIn: 11 }));
  expect(slow).toTake(42 + 11, 'The loop is left when the results are closed.');
  const unclosed = await observe(reads(FIVE, { leaves: 3, closesIn: Infinity }));
  expect(unclosed).toLog(...expected(FIVE, { leaves: 3 }).draws, LEFT);
  expect(unclosed).toTake(42, LEFT);
});

test('draws what is new when the results reject, and rejects with the same reason', async () => {
  await eachReason(['results'], async ({ results }) => {
    const options = { end: 37, failsWith: results };
    const trace = await observe(reads(FIVE.slice(0, 3), options));
    expect(trace).toRejectWith(results, 79, END);
    expect(trace).toLog(...expected(FIVE.slice(0, 3), options).draws, END);
  });
});

test('hands each draw an object of its own, and each call its own counts and its own time', async () => {
  const { draws } = expected(FIVE);
  const keepsTo = (trace: Trace) => expect(trace).toLog(...draws, OWN);
  await again(() => observe(reads(FIVE)), keepsTo);
  await together(() => observe(reads(FIVE)), keepsTo);
  const both = await observe(async (lab) => {
    const second = lab.sleep(37).then(() => reads(FIVE)(lab));
    await Promise.all([reads(FIVE)(lab), second]);
  });
  const later = draws.map(([ms, line]) => [ms + 37, line] as [number, string]);
  expect(both).toLog(...[...draws, ...later].sort(([a], [b]) => a - b), OWN);
});
