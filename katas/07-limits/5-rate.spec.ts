import {
  again,
  eachReason,
  eachValue,
  expect,
  type Lab,
  observe,
  type Trace,
  test,
  together,
} from '#lab';
import { rate } from './5-rate.ts';

const N = 2;
const MS = 97;

const LOST = new Error('the server is down');

const ANY =
  "In any 97 ms there may be two starts. So a call waits until the second start before it is 97 ms old: that of 'a' for 'c' (0 + 97), and that of 'b' for 'd' (89 + 97).";

const EACH_ALONE =
  'With n = 1, a call waits until the start before it is 97 ms old. A start that is exactly 97 ms old no longer counts.';

const INSIDE =
  "'a' calls run three times before it returns. The start of 'a' counts from its beginning, and these calls come after all that were made before.";

const SOON =
  'Two calls may start at the same time: the limit says how many start in 97 ms, and nothing about the time between two of them. The next two may start 97 ms later.';

const NOT_SAVED =
  'A pause of any length allows two starts, and no more: count the starts of the last 97 ms.';

const IN_ORDER = 'The calls start in the order in which they were made.';

const NEWCOMER =
  'A call is made at 97 ms, when one that has waited since 0 ms may start. The one that has waited is first.';

const ONLY_STARTS =
  'Only starts count. How long the work takes makes no difference: it may go on while later calls start.';

const FAILED =
  'A call that failed was started, and the service has counted it. So its start counts like any other, and its failure is no failure of the calls behind it.';

const REALLY =
  "The CPU was busy from 89 to 127 ms, so 'c' and 'd' start at 127 ms and count from that moment. 'e' and 'f' may start at 127 + 97 ms.";

const COMPUTES =
  "'c' and 'd' may start at 97 ms. 'c' computes for 7 ms, so 'd' is called at 104 ms and counts from that moment: 'f' may start at 104 + 97 ms. 'e' may start 97 ms after 'c' was called.";

const ONCE =
  'Each call of run calls its f once, with no arguments, also when other calls get the same f.';

const OTHERS = "The failure of 'a' or 'c' belongs to that call. All others are started in time.";

const NOBODY =
  'No call waits: both may start immediately, and there is nothing to wait for, neither by a timer nor by an immediate.';

const ALONE = "Only 'c' waits, until 97 ms. That moment is known at 0 ms: one timer is enough.";

const APART =
  "'x', 'y' and 'z' are calls of another function than 'a', 'b' and 'c', with a limit of its own.";

/** A call of `run`: when, and how its `f` goes. */
interface Call {
  /** 0 unless told. */
  at?: number;
  /** When its `f` is to be called: immediately, unless told. */
  starts?: number;
  /** 0: its promise has already rejected. */
  takes?: number;
  gives?: unknown;
  failsWith?: unknown;
  /** Its `f` throws that. */
  throws?: unknown;
  /** Its `f` computes for that long, and returns a promise that has fulfilled. */
  computes?: number;
  /** It is a call of a second function, which `rate` returns as well. */
  isApart?: boolean;
}

type Calls = Readonly<Record<string, Call>>;

interface Scene {
  n?: number;
  /** From when to when other code computes, in ms. */
  busy?: [from: number, to: number];
  /** Logs each `f` that is called, or what it is called with. */
  logs?: 'calls' | 'arguments';
}

/** A throw, or a promise that has already rejected, leaves no span but that of the call. */
const planOf = (calls: Calls): Record<string, [number, number, { fails?: boolean }?]> =>
  Object.fromEntries(
    Object.entries(calls).flatMap(([name, call]) => {
      const { at = 0, starts = at, takes = 13, computes = takes } = call;
      if ('throws' in call || takes === 0) return [[`run ${name}`, [at, starts, { fails: true }]]];
      const end = starts + computes;
      return [
        [`run ${name}`, [at, end, { fails: 'failsWith' in call }]],
        [name, [starts, end]],
      ];
    }),
  );

/** The `f` of a call. */
const workFor = ({ job, burn, log }: Lab, name: string, call: Call = {}, logs?: Scene['logs']) => {
  const { takes = 13, computes = 0 } = call;
  const isJob = !('throws' in call) && computes === 0 && takes > 0;
  const options = { gives: name.toUpperCase(), ...call };
  const work = isJob ? job<unknown>(name, takes, options) : undefined;
  return (...args: unknown[]) => {
    const isBare = logs === 'calls' || args.every((one) => one === undefined);
    if (logs) log(`'${name}' is called${isBare ? '' : ' with an argument'}`);
    if ('throws' in call) throw call.throws;
    if (work) return work();
    if (takes === 0) return Promise.reject(call.failsWith);
    burn(computes, name);
    return Promise.resolve<unknown>(options.gives);
  };
};

/** With what a call rejects has its own test. A bug in the code gets out. */
const failed = (error: unknown, isMeant: boolean) => {
  const isBug = error instanceof TypeError || error instanceof ReferenceError;
  if (!isMeant || isBug || (error instanceof Error && error.message.startsWith('TODO')))
    throw error;
  return 'failed';
};

/** Makes these calls, each at its ms. What comes with a timer of the code comes before it. */
const running = (calls: Calls, { n = N, busy, logs }: Scene = {}) =>
  observe(
    (lab) => {
      const moments = Object.values(calls).map(
        ({ at = 0 }) => at > 0 && new Promise<void>((come) => lab.at(at, come)),
      );
      const run = rate(n, MS);
      const other = Object.values(calls).some(({ isApart }) => isApart) ? rate(n, MS) : run;
      if (busy) lab.at(busy[0], () => lab.burn(busy[1] - busy[0], 'other code'));
      const made = Object.entries(calls).map(([name, one], i) => {
        const f = workFor(lab, name, one, logs);
        const make = async () => lab.call(`run ${name}`, () => (one.isApart ? other : run)(f));
        const moment = moments[i];
        const mayFail = 'failsWith' in one || 'throws' in one;
        return (moment ? moment.then(make) : make()).catch((error) =>
          failed(error, mayFail || error === LOST),
        );
      });
      return Promise.all(made);
    },
    { mayLeave: ['timer'], plan: planOf(calls) },
  );

/** So many calls at 0 ms, of which `n` start in each 97 ms. */
const crowd = (calls: number, n: number): Calls =>
  Object.fromEntries(
    Array.from({ length: calls }, (_, i) => [`${i + 1}.`, { starts: MS * Math.floor(i / n) }]),
  );

/** 'a' calls run for 'b', 'c' and 'd' before it returns; if it is late, between 'x' and 'y', and 'z'. */
const inside = (isLate: boolean, ms = isLate ? MS : 0) =>
  observe(
    async (lab) => {
      const run = rate(N, MS);
      const make = (name: string, f = workFor(lab, name)) => lab.call(`run ${name}`, () => run(f));
      const a = workFor(lab, 'a');
      const made = isLate ? [make('x'), make('y')] : [];
      const f = () => {
        made.push(...[...'bcd'].map((name) => make(name)));
        return a();
      };
      const first = make('a', f);
      if (isLate) made.push(make('z'));
      await first;
      return Promise.all(made);
    },
    {
      mayLeave: ['timer'],
      plan: planOf({
        ...(isLate && { x: {}, y: {}, z: { starts: ms } }),
        a: { starts: ms },
        b: { at: ms, starts: ms && 194 },
        c: { at: ms, starts: ms + 97 },
        d: { at: ms, starts: ms * 2 + 97 },
      }),
    },
  );

/** A call that comes after so many others at the same time. It may throw. */
const last = (before: number, call: Call) =>
  observe(
    (lab) => {
      const run = rate(N, MS);
      for (let i = 0; i < before; i++) run(async () => {});
      return lab.call('run f', () => run(workFor(lab, 'f', call)));
    },
    { mayLeave: ['timer'] },
  );

const asPlanned = (because: string) => (trace: Trace) => expect(trace).toRunAsPlanned(because);

/** The timer of a call that waits may end in an immediate, which is none. */
const withoutImmediates = (trace: Trace): Trace => ({
  ...trace,
  timers: trace.timers.filter(({ kind }) => kind !== 'immediate'),
});

test('starts no more than n calls in any ms milliseconds', async () => {
  const edge = { a: {}, b: { at: 89 }, c: { at: 89, starts: 97 }, d: { at: 89, starts: 186 } };
  await again(() => running(edge), asPlanned(ANY));
  const alone = {
    a: {},
    b: { at: 31, starts: 97 },
    c: { at: 131, starts: 194 },
    d: { at: 290, starts: 291 },
  };
  asPlanned(EACH_ALONE)(await running(alone, { n: 1 }));
  for (const isLate of [false, true]) asPlanned(INSIDE)(await inside(isLate));
});

test('starts each call as soon as the limit allows', async () => {
  const burst = { a: {}, b: {}, c: { starts: 97 }, d: { starts: 97 }, e: { starts: 194 } };
  asPlanned(SOON)(await running(burst));
  asPlanned(SOON)(await running({ a: {}, b: { at: 41 }, c: { at: 101 }, d: { at: 149 } }));
  for (const n of [1, 11, 150, Infinity])
    asPlanned(`n is ${n}: so many may start at the same time, and the next ones 97 ms later.`)(
      await running(crowd(Math.min(n, 150) * 2 + 60, n), { n }),
    );
});

test('does not save up starts during a pause', async () => {
  for (const at of [307, 86_400_000]) {
    const later = Object.fromEntries(
      ['c', 'd', 'e', 'f', 'g'].map((name, i) => [name, { at, starts: at + 97 * (i >> 1) }]),
    );
    for (const calls of [later, { a: {}, b: {}, ...later }])
      asPlanned(NOT_SAVED)(await running(calls));
  }
});

test('starts the calls in the order in which they were made', async () => {
  const log = [...'abcdefg'].map((name) => `'${name}' is called`);
  const calls = Object.fromEntries(
    [...'abcdefg'].map((name, i) => [name, { at: i < 5 ? 0 : 31, starts: 97 * (i >> 1) }]),
  );
  const trace = await running(calls, { logs: 'calls' });
  expect(trace).toLogInOrder(log, IN_ORDER);
  asPlanned(IN_ORDER)(trace);
  const tied = { a: {}, b: {}, c: { starts: 97 }, d: { at: 97 }, e: { at: 97, starts: 194 } };
  const late = await running(tied, { logs: 'calls' });
  expect(late).toLogInOrder(log.slice(0, 5), NEWCOMER);
  asPlanned(NEWCOMER)(late);
  const one = { a: {}, b: { starts: 97 }, c: { at: 97, starts: 194 } };
  asPlanned(NEWCOMER)(await running(one, { n: 1 }));
});

test('counts only starts, however long the work takes and however it ends', async () => {
  const [c, d, e] = [{ starts: 97 }, { starts: 97 }, { starts: 194 }];
  for (const takes of [1, 96, 307])
    asPlanned(ONLY_STARTS)(await running({ a: { takes }, b: { takes: 7 }, c, d, e }));
  const fails = { failsWith: LOST };
  const throws = { throws: LOST };
  const f = { at: 31, starts: 97 };
  for (const end of [fails, { ...fails, takes: 0 }, throws]) {
    asPlanned(FAILED)(
      await running({ a: end, b: { ...end, at: 3 }, f, g: { at: 31, starts: 100 } }),
    );
    asPlanned(FAILED)(await running({ a: end, b: end, f, g: f }));
    asPlanned(FAILED)(await running({ a: {}, b: {}, c: { ...c, ...end }, d, e }));
  }
});

test('counts each start from the moment in which f is called', async () => {
  const calls = { a: {}, b: {}, c: { starts: 127 }, d: { starts: 127 } };
  const late = { ...calls, e: { starts: 224 }, f: { starts: 224 }, g: { starts: 321 } };
  asPlanned(REALLY)(await running(late, { busy: [89, 127] }));
  const [c, d] = [{ starts: 97, computes: 7 }, { starts: 104 }];
  asPlanned(COMPUTES)(
    await running({ a: {}, b: {}, c, d, e: { starts: 194 }, f: { starts: 201 } }),
  );
});

test('calls f once, with no arguments, and fulfils with its value at the same moment', async () => {
  const trace = await running({ a: {}, b: {}, c: { starts: 97 } }, { logs: 'arguments' });
  expect(trace).toLog([0, "'a' is called"], [0, "'b' is called"], [97, "'c' is called"], ONCE);
  const same = (lab: Lab, run = rate(N, MS), f = workFor(lab, 'f')) =>
    Promise.all([run(f), run(f), run(f)]);
  expect(await observe((lab) => same(lab), { mayLeave: ['timer'] })).toStart('f', 3, ONCE);
  await eachValue(['a', 'c'], async ({ a, c }) => {
    const values = await running({ a: { gives: a }, b: {}, c: { gives: c, starts: 97 } });
    expect(values).toGive([a, 'B', c]);
    asPlanned(ONCE)(values);
  });
});

test('rejects with the same reason at the same moment, also for a throw, and goes on', async () => {
  for (const before of [0, N]) {
    const starts = before === 0 ? 0 : MS;
    await eachReason(['f'], async ({ f }) => {
      expect(await last(before, { failsWith: f, takes: 31 })).toRejectWith(f, starts + 31);
      expect(await last(before, { failsWith: f, takes: 0 })).toRejectWith(f, starts);
    });
    const throwing = async ({ f }: { f: unknown }) =>
      expect(await last(before, { throws: f })).toRejectWith(f, starts);
    await eachReason(['f'], throwing, 'throws');
  }
  for (const end of [{ failsWith: LOST }, { throws: LOST }]) {
    const c = { starts: 97 };
    const calls = { a: end, b: {}, c: { ...c, ...end }, d: c, e: { starts: 194 } };
    const trace = await running(calls);
    asPlanned(OTHERS)(trace);
    expect(trace).toGive(['failed', 'B', 'failed', 'D', 'E'], OTHERS);
  }
});

test('does not poll, and sets no timer when no call waits', async () => {
  const free: Calls[] = [
    { a: {}, b: {} },
    { a: { throws: LOST }, b: { at: 31 }, c: { at: 101 } },
  ];
  for (const calls of free) expect(await running(calls)).toSetTimers(0, NOBODY);
  const trace = await running({ a: {}, b: {}, c: { starts: 97 } });
  expect(withoutImmediates(trace)).toSetTimers(1, ALONE);
  expect(trace).toFireTimersOnce();
  expect(trace).toLeaveNothing();
  expect(await running(crowd(7, N))).toLeaveNothing();
});

test('keeps the calls of two functions apart', async () => {
  const x = { isApart: true };
  const calls = { a: {}, b: {}, c: { starts: 97 }, x, y: x, z: { ...x, starts: 97 } };
  const two = () => running(calls);
  await again(two, asPlanned(APART));
  await together(two, asPlanned(APART));
});

test('throws a RangeError when n or ms makes no sense', async () => {
  const numbers = (n: number, ms: number) =>
    observe(() => {
      try {
        rate(n, ms);
      } catch (error) {
        if (error instanceof RangeError) return 'RangeError';
        throw error;
      }
      return 'no error';
    });
  for (const n of [0, -1, 1.5, Number.NaN, -Infinity])
    expect(await numbers(n, 97)).toGive('RangeError', `n is ${n}, which is no number of starts.`);
  for (const ms of [0, -1, 0.5, Number.NaN, Infinity])
    expect(await numbers(2, ms)).toGive('RangeError', `ms is ${ms}, which is no such time.`);
  expect(await numbers(1, 1)).toGive('no error', '1 start in 1 ms is allowed.');
  expect(await numbers(2, 1.5)).toGive('no error', 'ms may have a fraction.');
});
