import { expect, test } from 'vitest';
import { observe } from '#lab';
import { asProcess, chromeTrace, type TraceEvent } from './chrome-trace.ts';

/** Everything that a row can have in it: a, b and c overlap, c twice; one is stopped, one fails, one is late. */
const everything = () =>
  observe(
    async ({ job, at, burn, call, log }) => {
      const controller = new AbortController();
      at(20, () => controller.abort());
      setTimeout(() => {}, 25);
      job('d', 5);
      const c = job('c', 10);
      await call('both', () =>
        Promise.allSettled([
          job('a', 90, { stopsIn: 12 })(controller.signal),
          job('b', 10, { fails: true })(),
          c(),
          c().then(() => burn(10, 'chop')),
        ]),
      );
      log('done');
      void Promise.reject(new Error('oh'));
      void job('e', 30)();
      return ['soup'];
    },
    { plan: { both: [0, 32], a: [0, 32, { aborted: 20 }] }, mayLeave: ['work', 'rejection'] },
  );

/** A line each: `thread | what | from to` in µs. */
function asLines(events: readonly TraceEvent[]): string[] {
  const names = new Map<number, string>();
  return events.map((event) => {
    if (event.ph === 'M') {
      names.set(event.tid, event.args.name);
      return `${event.name} ${event.pid} ${event.tid} ${event.args.name}`;
    }
    const until = event.ph === 'X' ? ` to ${event.ts + event.dur}` : '';
    return `  ${names.get(event.tid)} | ${event.name} | ${event.ts}${until}`;
  });
}

test('writes a process for a run, and a thread for each row of its picture', async () => {
  expect(asLines(chromeTrace(await everything(), 'a run'))).toMatchInlineSnapshot(`
    [
      "process_name 1 1000 a run",
      "thread_name 1 1001 scenario",
      "  scenario | fulfils with [ 'soup' ] | 0 to 32000",
      "thread_name 1 1002 both",
      "  both | both | 0 to 32000",
      "thread_name 1 1003 a",
      "  a | a, told to stop | 0 to 32000",
      "  a | stopping | 20000 to 32000",
      "thread_name 1 1004 b",
      "  b | b, failed | 0 to 10000",
      "thread_name 1 1005 c",
      "  c | c | 0 to 10000",
      "thread_name 1 1006 c",
      "  c | c | 0 to 10000",
      "thread_name 1 1007 chop",
      "  chop | chop | 10000 to 20000",
      "thread_name 1 1008 e",
      "  e | e | 32000 to 62000",
      "thread_name 1 1009 d",
      "  d | never started | 0",
      "thread_name 1 1010 log",
      "  log | done | 32000",
      "thread_name 1 1011 your timers",
      "  your timers | timeout | 0 to 25000",
      "thread_name 1 1012 errors without a handler",
      "  errors without a handler | oh | 32000",
      "thread_name 1 1013 event loop",
      "  event loop | blocked | 10000 to 20000",
      "thread_name 1 1014 to reach: both",
      "  to reach: both | both | 0 to 32000",
      "thread_name 1 1015 to reach: a",
      "  to reach: a | a, told to stop | 0 to 32000",
      "  to reach: a | stopping | 20000 to 32000",
    ]
  `);
});

test('gives a context a thread, with what ran in it', async () => {
  const trace = await observe(({ runs }) => {
    runs('ask', 'r1');
    runs('end', undefined);
  });
  expect(asLines(chromeTrace(trace, '')).slice(3)).toMatchInlineSnapshot(`
    [
      "thread_name 1 1002 in 'r1'",
      "  in 'r1' | ask | 0",
      "thread_name 1 1003 in no context",
      "  in no context | end | 0",
    ]
  `);
});

test('has what the format wants of each kind of event', async () => {
  const trace = await observe(({ job, log }) => {
    log('begun');
    return job('a', 10)();
  });
  const events = chromeTrace(trace, 'a run');
  expect(JSON.parse(JSON.stringify(events))).toEqual(events);
  expect(events).toMatchInlineSnapshot(`
    [
      {
        "args": {
          "name": "a run",
        },
        "name": "process_name",
        "ph": "M",
        "pid": 1,
        "tid": 1000,
      },
      {
        "args": {
          "name": "scenario",
        },
        "name": "thread_name",
        "ph": "M",
        "pid": 1,
        "tid": 1001,
      },
      {
        "dur": 10000,
        "name": "fulfils with 'A'",
        "ph": "X",
        "pid": 1,
        "tid": 1001,
        "ts": 0,
      },
      {
        "args": {
          "name": "a",
        },
        "name": "thread_name",
        "ph": "M",
        "pid": 1,
        "tid": 1002,
      },
      {
        "dur": 10000,
        "name": "a",
        "ph": "X",
        "pid": 1,
        "tid": 1002,
        "ts": 0,
      },
      {
        "args": {
          "name": "log",
        },
        "name": "thread_name",
        "ph": "M",
        "pid": 1,
        "tid": 1003,
      },
      {
        "name": "begun",
        "ph": "i",
        "pid": 1,
        "s": "t",
        "tid": 1003,
        "ts": 0,
      },
    ]
  `);
});

test('nothing on a thread overlaps but what nests', async () => {
  const events = chromeTrace(await everything(), 'a run');
  const slices = events.filter((event) => event.ph === 'X');
  for (const one of slices)
    for (const other of slices) {
      const startsWithin = one.ts < other.ts && other.ts < one.ts + one.dur;
      if (one.tid === other.tid && startsWithin)
        expect(other.ts + other.dur).toBeLessThanOrEqual(one.ts + one.dur);
    }
  expect(slices.length).toBeGreaterThan(10);
});

test('runs lie in a file as processes that share no thread', async () => {
  const run = chromeTrace(await everything(), 'a run');
  const [first, second] = [asProcess(1, run), asProcess(2, run)];
  expect(first).toEqual(run);
  const threads = new Set(first.map(({ tid }) => tid));
  expect(second.filter(({ tid }) => threads.has(tid))).toEqual([]);
  expect(new Set(second.map(({ pid }) => pid))).toEqual(new Set([2]));
});

test('tells how a run ended that fulfilled with nothing', async () => {
  const ends = async (scene: () => unknown) => asLines(chromeTrace(await observe(scene), ''))[2];
  expect(await ends(() => new Promise(() => {}))).toBe('  scenario | never settles | 0 to 0');
  const error = new Error('no');
  expect(await ends(() => Promise.reject(error))).toBe('  scenario | rejects with: no | 0 to 0');
  const fail = () => {
    throw error;
  };
  expect(await ends(fail)).toBe('  scenario | throws: no | 0 to 0');
});

test('keeps to a few hundred timers, however many were set', async () => {
  const trace = await observe(async () => {
    for (let i = 0; i < 500; i++) setTimeout(() => {}, 10);
    await new Promise((resolve) => setTimeout(resolve, 20));
  });
  expect(chromeTrace(trace, '').filter(({ name }) => name === 'timeout')).toHaveLength(200);
});
