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
const DAY = 86_400_000;

const LOST = new Error('the server is down');

const ANY =
  "In any 97 ms there may be two starts. So a call waits until the second start before it is 97 ms old: that of 'a' for 'c', and that of 'b' for 'd'.";

const EACH_ALONE =
  'With n = 1, a call waits until the start before it is 97 ms old. A start that is exactly 97 ms old no longer counts.';

const OLD = 'With an ms of 97.5, a start at 0 ms still counts at 97 ms, and no longer at 98 ms.';

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
  "The CPU was busy when 'c' and 'd' might have started. They start late and count from that moment: 'e' and 'f' may start 97 ms later.";

const COMPUTES =
  "While 'c' computes, 'd' cannot be called. It is called after that, and counts from that moment: 'f' may start 97 ms later. 'c' counts from when it was called.";

const COMPUTES_FIRST =
  "'a' counts from 0 ms, when it was called, and not from the end of its 7 ms: 'c' may start at 0 + 97 ms, and 'd' 97 ms after 'b'.";

const ONCE =
  'Each call of run calls its f once, with no arguments, also when other calls get the same f.';

const SAME =
  "All calls but 'y' and 'z' get the very same f. Each one of them is a call like any other: it counts, it waits for its turn, and it settles.";

const OTHERS = "The failure of 'a' or 'c' belongs to that call. All others are started in time.";

const NOBODY =
  'No call waits: both may start immediately, and there is nothing to wait for, neither by a timer nor by an immediate.';

const ALONE =
  "Only 'c' waits, until the start of 'a' is too old to count. That moment is known at 0 ms: one timer is enough, and none is needed later.";

const SEVERAL =
  'All calls were made at 0 ms, so each may start at a multiple of 97 ms. No timer is needed for any other time.';

const APART =
  "'x', 'y' and 'z' are calls of another function than all others, with a limit of its own.";

/** A call of `run`: when, and how its `f` goes. */
interface Call {
  /** 0 unless told. */
  at?: number;
  /** When its `f` is to be called: immediately, unless told. */
  starts?: number;
  /** 0: its promise has already settled, and is the same one for each call of this `f`. */
  takes?: number;
  gives?: unknown;
  failsWith?: unknown;
  /** Its `f` throws that. */
  throws?: unknown;
  /** Its `f` computes for that long, and returns a promise that has fulfilled. */
  computes?: number;
  /** It is a call of a second function, which `rate` returns as well. */
  isApart?: boolean;
  /** It gets the very same `f` as the call of that name. */
  like?: string;
  /** Its `f` makes these calls first. */
  makes?: Calls;
}

type Calls = Readonly<Record<string, Call>>;

interface Scene {
  n?: number;
  ms?: number;
  /** From when to when other code computes, in ms. */
  busy?: [from: number, to: number];
  /** Logs each `f` that is called, or what it is called with. */
  logs?: 'calls' | 'arguments';
  /** What a learner is told of calls that stay pending. */
  ifStuck?: string;
}

/** What becomes of these calls: a promise that has already settled leaves no span but that of the call. */
const planOf = (calls: Calls) => {
  const plan: Record<string, [number, number, { fails?: boolean }?][]> = {};
  for (const [name, call] of Object.entries(calls)) {
    const { at = 0, starts = at, like = name, makes = {}, ...how } = call;
    const { takes = 13, computes = takes } = how;
    const end = 'throws' in how ? starts : starts + computes;
    const fails = 'throws' in how || 'failsWith' in how;
    plan[`run ${name}`] = [[at, end, { fails }]];
    if (takes > 0) plan[like] = [...(plan[like] ?? []), [starts, end, { fails }]];
    Object.assign(plan, planOf(makes));
  }
  return plan;
};

/** The `f` of a call. */
const workFor = (lab: Lab, name: string, call: Call = {}, logs?: Scene['logs']) => {
  const { takes = 13, computes = 0 } = call;
  const isJob = !('throws' in call) && computes === 0 && takes > 0;
  const options = { gives: name.toUpperCase(), ...call };
  const work = isJob ? lab.job<unknown>(name, takes, options) : undefined;
  let settled: Promise<unknown> | undefined;
  return (...args: unknown[]): Promise<unknown> => {
    const isBare = logs === 'calls' || args.every((one) => one === undefined);
    if (logs) lab.log(`'${name}' is called${isBare ? '' : ' with an argument'}`);
    if (work) return work();
    if (computes > 0) lab.burn(computes, name);
    const thrown = () => {
      throw call.throws;
    };
    if ('throws' in call) return lab.call(name, thrown);
    settled ??=
      'failsWith' in call ? Promise.reject(call.failsWith) : Promise.resolve(options.gives);
    return settled;
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
const running = (calls: Calls, { n = N, ms = MS, busy, logs, ifStuck = '' }: Scene = {}) =>
  observe(
    (lab) => {
      const entries = Object.entries(calls);
      const moments = entries.map(
        ([, { at = 0 }]) => at > 0 && new Promise<void>((come) => lab.at(at, come)),
      );
      const run = rate(n, ms);
      let other: typeof run | undefined;
      if (busy) lab.at(busy[0], () => lab.burn(busy[1] - busy[0], 'other code'));
      const works = new Map<string, () => Promise<unknown>>();
      const inner: Promise<unknown>[] = [];
      const make = async (name: string, call: Call): Promise<unknown> => {
        const work = works.get(call.like ?? name) ?? workFor(lab, name, call, logs);
        const calling = () => {
          inner.push(...Object.entries(call.makes ?? {}).map((one) => make(...one)));
          return work();
        };
        const f = call.makes ? calling : work;
        works.set(name, f);
        if (call.isApart) other ??= rate(n, ms);
        try {
          return await lab.call(`run ${name}`, () => (call.isApart && other ? other : run)(f));
        } catch (error) {
          return failed(error, 'failsWith' in call || 'throws' in call || error === LOST);
        }
      };
      const made = entries.map((one, i) => {
        const moment = moments[i];
        return moment ? moment.then(() => make(...one)) : make(...one);
      });
      return Promise.all(made).then((results) => Promise.all(inner).then(() => results));
    },
    { mayLeave: ['timer'], plan: planOf(calls), ifStuck },
  );

/** So many calls at 0 ms, of which `n` start in each 97 ms. */
const crowd = (calls: number, n: number): Calls =>
  Object.fromEntries(
    Array.from({ length: calls }, (_, i) => [`${i + 1}.`, { starts: MS * Math.floor(i / n) }]),
  );

/** A call that comes after so many others at the same time. It may throw. */
const last = (before: number, call: Call, n = N) =>
  observe(
    (lab) => {
      const run = rate(n, MS);
      for (let i = 0; i < before; i++) run(async () => {});
      return lab.call('run f', () => run(workFor(lab, 'f', call)));
    },
    { mayLeave: ['timer'] },
  );

const asPlanned = (because: string) => (trace: Trace) => expect(trace).toRunAsPlanned(because);

test('starts no more than n calls in any ms milliseconds', async () => {
  for (const at of [89, 1]) {
    const edge = { a: {}, b: { at }, c: { at, starts: 97 }, d: { at, starts: at + 97 } };
    await again(() => running(edge), asPlanned(ANY));
  }
  const alone = {
    a: { takes: 307 },
    b: { at: 31, starts: 97 },
    c: { at: 131, starts: 194 },
    d: { at: 290, starts: 291 },
  };
  asPlanned(EACH_ALONE)(await running(alone, { n: 1 }));
  const wait = { starts: 97 };
  const b = { at: 97, starts: 194 };
  const makes = { b, c: b, d: { at: 97, starts: 291 } };
  asPlanned(INSIDE)(await running({ a: { makes: { b: {}, c: wait, d: wait } } }));
  asPlanned(INSIDE)(await running({ x: {}, y: {}, a: { ...wait, makes }, z: wait }));
  asPlanned(OLD)(await running({ a: {}, b: {}, c: { at: 97, starts: 98 } }, { ms: 97.5 }));
});

test('starts each call as soon as the limit allows', async () => {
  const burst = { a: {}, b: {}, c: { starts: 97 }, d: { starts: 97 }, e: { starts: 194 } };
  asPlanned(SOON)(await running(burst));
  for (const at of [97, 101])
    asPlanned(SOON)(await running({ a: {}, b: { at: 41 }, c: { at }, d: { at: 149 } }));
  for (const n of [1, 11, 150, Infinity])
    asPlanned(`n is ${n}: so many may start at the same time, and the next ones 97 ms later.`)(
      await running(crowd(Math.min(n, 150) * 2 + 60, n), { n }),
    );
});

test('does not save up starts during a pause', async () => {
  for (const at of [307, DAY]) {
    const later = Object.fromEntries(
      ['c', 'd', 'e', 'f', 'g'].map((name, i) => [name, { at, starts: at + 97 * (i >> 1) }]),
    );
    for (const calls of [later, { a: {}, b: {}, ...later }])
      asPlanned(NOT_SAVED)(await running(calls));
  }
});

test('starts the calls in the order in which they were made', async () => {
  const log = [...'abcdefg'].map((name) => `'${name}' is called`);
  for (const n of [2, 3]) {
    const calls = Object.fromEntries(
      [...'abcdefg'].map((name, i) => [
        name,
        { at: i < 5 ? 0 : 31, starts: 97 * Math.floor(i / n) },
      ]),
    );
    const trace = await running(calls, { n, logs: 'calls' });
    expect(trace).toLogInOrder(log, IN_ORDER);
    asPlanned(IN_ORDER)(trace);
  }
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
  for (const to of [127, 311]) {
    const [late, later] = [{ starts: to }, { starts: to + 97 }];
    const calls = { a: {}, b: {}, c: late, d: late, e: later, f: later, g: { starts: to + 194 } };
    asPlanned(REALLY)(await running(calls, { busy: [89, to] }));
  }
  for (const computes of [7, 101]) {
    const starts = 97 + computes;
    const e = { starts: Math.max(194, starts) };
    const calls = { a: {}, b: {}, c: { starts: 97, computes }, d: { starts }, e };
    asPlanned(COMPUTES)(await running({ ...calls, f: { starts: starts + 97 } }));
  }
  const c = { at: 7, starts: 97 };
  const first = { a: { computes: 7 }, b: { at: 7 }, c, d: { at: 7, starts: 104 } };
  asPlanned(COMPUTES_FIRST)(await running(first));
});

test('calls f once, with no arguments, and fulfils with its value at the same moment', async () => {
  const trace = await running({ a: {}, b: {}, c: { starts: 97 } }, { logs: 'arguments' });
  expect(trace).toLog([0, "'a' is called"], [0, "'b' is called"], [97, "'c' is called"], ONCE);
  for (const how of [{}, { takes: 0 }]) {
    const same = { ...how, like: 'a' };
    const late = { ...same, starts: 97 };
    const later = { ...same, starts: 194 };
    const z = { starts: 97 };
    const shared = await running({ a: how, b: same, z, c: late, y: { starts: 194 }, d: later });
    asPlanned(SAME)(shared);
    expect(shared).toGive(['A', 'A', 'Z', 'A', 'Y', 'A'], SAME);
  }
  await eachValue(['a', 'c'], async ({ a, c }) => {
    const values = await running({ a: { gives: a }, b: {}, c: { gives: c, starts: 97 } });
    expect(values).toGive([a, 'B', c]);
    asPlanned(ONCE)(values);
  });
});

test('rejects with the same reason at the same moment, also for a throw, and goes on', async () => {
  for (const [before, n] of [[0], [N], [0, Infinity]] as [number, number?][]) {
    const starts = before === 0 ? 0 : MS;
    await eachReason(['f'], async ({ f }) => {
      expect(await last(before, { failsWith: f, takes: 31 }, n)).toRejectWith(f, starts + 31);
      expect(await last(before, { failsWith: f, takes: 0 }, n)).toRejectWith(f, starts);
    });
    const throwing = async ({ f }: { f: unknown }) =>
      expect(await last(before, { throws: f }, n)).toRejectWith(f, starts);
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
  for (const [end, ms] of [[{}], [{}, DAY], [{ throws: LOST }], [{ failsWith: LOST }]] as const) {
    const trace = await running(
      { a: {}, b: {}, c: { ...end, starts: ms ?? MS } },
      ms ? { ms } : {},
    );
    const timers = trace.timers.filter(({ kind }) => kind !== 'immediate');
    expect({ ...trace, timers }).toSetTimers(1, ALONE);
    expect(trace).toFireTimersOnce();
    expect(trace).toLeaveNothing();
  }
  const several = await running(crowd(7, N));
  const timers = several.timers.filter(({ dueAt }) => dueAt % MS !== 0);
  expect({ ...several, timers }).toSetTimers(0, SEVERAL);
  expect(several).toLeaveNothing();
});

test('keeps the calls of two functions apart', async () => {
  const x = { isApart: true };
  const calls = { a: {}, b: {}, c: { starts: 97 }, x, y: x, z: { ...x, starts: 97 } };
  const two = () => running(calls, { ifStuck: APART });
  await again(two, asPlanned(APART));
  await together(two, asPlanned(APART));
  const same = { ...x, like: 'a' };
  const shared = { ...calls, x: same, y: same, z: { ...same, starts: 97 } };
  const makes = { x, y: x, z: { ...x, starts: 97 } };
  for (const one of [shared, { a: { makes }, b: {}, c: { starts: 97 } }])
    asPlanned(APART)(await running(one, { ifStuck: APART }));
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
    for (const n of [2, Infinity])
      expect(await numbers(n, ms)).toGive('RangeError', `ms is ${ms}, which is no such time.`);
  expect(await numbers(1, 1)).toGive('no error', '1 start in 1 ms is allowed.');
  expect(await numbers(2, 1.5)).toGive('no error', 'ms may have a fraction.');
});
