import { getEventListeners } from 'node:events';
import { again, eachReason, eachValue, expect, type Lab, observe, test, together } from '#lab';
import { singleFlight } from './2-single-flight.ts';

const BROKEN = new Error('no connection');
const LATER = new Error('no such page');
const TIMEOUT = new DOMException('The operation was aborted due to timeout', 'TimeoutError');
const THENABLE = { then: (fulfil: (value: string) => void) => fulfil('unwrapped') };
/** The reason of `AbortSignal.timeout()`, one that no text can be made of, and one that `await` takes apart. */
const MORE = [TIMEOUT, Symbol('no text'), THENABLE];
/** No two of them are the same: an é may be one character, or two. */
const KEYS = 'x,, x,X,x/1,01,1,\u00e9,e\u0301,constructor,__proto__'.split(',');
KEYS.push(`${'x'.repeat(97)}1`, `${'x'.repeat(97)}2`);

const NEW_KEYS =
  'Each of these keys is a new one, so each call loads once, with a signal of its own. (A plain object has keys that your code has not set, such as `constructor`.) `singleFlight` itself does not call `load`.';
const BARE = "'ada' has no signal. Its load gets one: another call, with a signal, may join it.";
const JOIN = 'A load of this key was in flight, and it had not been told to stop. So join it.';
const SHARED = 'All of them share one load: each fulfils with its very value, whatever it is.';
const FAILED = 'All of them share one load: each rejects with its very reason, when the load ends.';
const OVER =
  "'load x' had ended before 'bob' came. What a load has fulfilled or rejected with is not kept: start a new one.";
const OLD_CALL = "'ada' had settled: when its signal is aborted, it does not leave the new load.";
const HAS_RESULT = "'bob' comes as soon as 'ada' has settled: a load that has ended is not kept.";
const LEAVES =
  'Its signal is aborted at 13 ms: it leaves at that moment, waits for no load, and rejects with the reason of its own signal.';
const AT_ONCE = 'The signal was aborted just after the call. Is the listener added in the call?';
const SAME_SIGNAL = "'ada' and 'bob' have the same signal. When it is aborted, both of them leave.";
const STAYS = 'Another call is still there, and the load goes on for it.';
const NO_SIGNAL = 'A call without a signal counts as a call that is there, and stays to the end.';
const COMES = "'cy' comes when 'ada' has left. It counts as well, and the load goes on for it.";
const OWN_END =
  "'ada' has left, and 'eve' gets what 'load x' ends with. 'bob' comes after that end: start a new load, which has an end of its own.";
const LAST = 'The last call has left. Tell the load to stop: no call needs it any more.';
const NO_CALL = "'bob' never joined: its signal was aborted before. 'ada' was the only one there.";
const AGAIN = "'ada' had settled. 'ada again' has its signal, and leaves when that is aborted.";
const ENDED = 'The load ended by itself. Work that has ended is not told to stop.';
const NOT_JOINED = 'A load that is stopping is not joined, and not waited for: start a new one.';
const OLD_END =
  "'load x 2' is in flight when 'load x' ends, and 'cy' joins it. The end of 'load x' changes nothing for 'load x 2'.";
const NEXT_LINE = "'bob' comes in the line after the abort: 'load x' is stopping, and not joined.";
const SECOND = "The last call of 'load x 2' has left. Tell that load to stop, and no other one.";
const BEFORE = "No 'abort' event comes any more. Look at signal.aborted first.";
const HAS_LEFT =
  "'ada' has left at 13 ms, and its load goes on. What the call has added to its signal, it removes when it leaves: `once`, or removeEventListener().";
const APART = 'Each key has loads of its own: what happens to one changes nothing for others.';
const TWO = 'Two functions have the same `load`. Each function has loads of its own.';

/** A call of `x`, unless told: when, and when its signal is aborted. */
interface Call {
  at: number;
  key?: string | undefined;
  /** When its signal is aborted; 0: in the line after the call, which is at 0 ms; -1: before the scene. */
  leaves?: number | undefined;
  reason?: unknown;
  /** It has the signal of that call; null: none. */
  signal?: string | null;
  /** It is made when that call has settled. That is at the ms `at`. */
  after?: string;
  /** It is made in the line after the abort of that call. That is at the ms `at`. */
  afterAbortOf?: string;
  /** It is a call of a second function with the same `load`. */
  isApart?: boolean;
}

/** What a load does. */
interface Flight {
  /** 31 unless told; 0: it throws, or returns a promise that has already settled. */
  takes?: number;
  gives?: unknown;
  /** It rejects with that at its end, also when it was told to stop: the connection cannot be closed. */
  failsWith?: unknown;
  isThrown?: boolean;
  stopsIn?: number;
  /** It does not look at its signal. */
  isDeaf?: boolean;
  /** All loads that are shared return the promise of the first one. */
  isShared?: boolean;
}

type Calls = Readonly<Record<string, Call>>;
/** By name: the loads of the key `y` are 'load y', 'load y 2' and so on. */
type Flights = Readonly<Record<string, Flight>>;

/** The next load of a key. */
const nextOf = (key: string, others: readonly { key: string }[], flights: Flights) => {
  const n = others.filter((one) => one.key === key).length;
  const name = n === 0 ? `load ${key}` : `load ${key} ${n + 1}`;
  const gives: unknown = name.toUpperCase();
  return { name, key, takes: 31, stopsIn: 0, gives, ...flights[name] };
};

/** Whose signal a call has, when that is aborted, and with which reason. */
const signalOf = (name: string, calls: Calls) => {
  const owner = calls[name]?.signal ?? name;
  const { leaves = Infinity, reason } = { reason: `${owner} has left`, ...calls[owner] };
  return { owner, leaves, reason };
};

/** What comes of these calls: which loads are started and told to stop, and when all that ends, with what. */
const planOf = (calls: Calls, flights: Flights) => {
  const started: (ReturnType<typeof nextOf> & Call & { ends: number; stops: number })[] = [];
  const ends = Object.entries(calls).map(([name, { at, key = 'x', isApart = false }]) => {
    const { leaves, reason } = signalOf(name, calls);
    if (leaves < 0) return { name, span: [at, at, { fails: true }], result: { rejected: reason } };
    let load = started.findLast((one) => one.key === key && one.isApart === isApart);
    if (!load || at >= Math.min(load.stops, load.ends)) {
      const next = nextOf(key, started, flights);
      load = { ...next, at, isApart, ends: at + next.takes, stops: at };
      started.push(load);
    }
    load.stops = Math.max(load.stops, leaves);
    const hasLeft = leaves < load.ends;
    const fails = hasLeft || 'failsWith' in load;
    const result = fails ? { rejected: hasLeft ? reason : load.failsWith } : load.gives;
    return { name, span: [at, Math.min(leaves, load.ends), { fails }], result };
  });
  const loads = started.filter(({ takes }) => takes > 0);
  const told = loads.filter(({ stops, ends, isDeaf }) => stops < ends && !isDeaf);
  return {
    results: ends.map(({ result }) => result),
    aborts: Object.fromEntries(told.map(({ name, stops }) => [name, stops])),
    plan: Object.fromEntries([
      ...ends.map(({ name, span }) => [name, span]),
      ...loads.map(({ name, at, ends }) => [name, [at, ends]]),
      ...told.map(({ name, at, stops: aborted, stopsIn }) => [
        name,
        [at, aborted + stopsIn, { aborted }],
      ]),
    ]),
  };
};

/** Loads as these say. What is logged says which signal a load gets, if that is not one of its own. */
const loading = (lab: Lab, flights: Flights, known: Map<unknown, string>, logs = false) => {
  const started: ReturnType<typeof nextOf>[] = [];
  let shared: Promise<unknown> | undefined;
  return (key: string, signal: AbortSignal): Promise<unknown> => {
    const isSignal = signal instanceof AbortSignal;
    const kind = isSignal && signal.aborted ? ' with an aborted signal' : known.get(signal);
    if (logs) lab.log(`load ${key}${isSignal ? (kind ?? '') : ' with no signal'}`);
    known.set(signal, ' with the signal of another load');
    const flight: Flight & ReturnType<typeof nextOf> = nextOf(key, started, flights);
    started.push(flight);
    const { name, takes, failsWith, gives, isDeaf } = flight;
    if (flight.isThrown) throw failsWith;
    if (takes === 0)
      return 'failsWith' in flight ? Promise.reject(failsWith) : Promise.resolve(gives);
    const running = lab.job(name, takes, flight)(isDeaf ? undefined : signal);
    if ('failsWith' in flight) return running.catch(() => Promise.reject(failsWith));
    shared ??= running;
    return flight.isShared ? shared : running;
  };
};

/** What it fulfils with, or `{ rejected }`. A bug in the code gets out. */
const told = (call: Promise<unknown>) =>
  call.catch((error: unknown) => {
    if (error instanceof TypeError || error instanceof ReferenceError) throw error;
    return { rejected: error };
  });

/** Makes all of these calls, each at its ms. Waits for one of them, or for all; may log loads or listeners. */
const asking = (calls: Calls, flights: Flights = {}, of?: string, logs?: 'loads' | 'listeners') =>
  observe(
    (lab) => {
      const stops = new Map(Object.keys(calls).map((name) => [name, lab.controller()]));
      const known = new Map<unknown, string>();
      for (const { signal } of stops.values()) known.set(signal, ' with the signal of a call');
      const load = loading(lab, flights, known, logs === 'loads');
      const [get, other] = [singleFlight(load), singleFlight(load)];
      const made = new Map<string, Promise<unknown>>();
      const next = new Map<string, () => void>();
      for (const [name, call] of Object.entries(calls)) {
        const { at, key = 'x', leaves, after, afterAbortOf } = call;
        const { owner, reason } = signalOf(name, calls);
        const stop = stops.get(owner) as AbortController;
        const leave = () => {
          stop.abort(reason);
          next.get(name)?.();
        };
        const count = () => lab.log(`listeners: ${getEventListeners(stop.signal, 'abort').length}`);
        if (leaves && logs === 'listeners') lab.at(leaves + 6, count);
        if (leaves === -1) leave();
        else if (leaves) lab.at(leaves, leave, `${name} leaves`);
        const signal = call.signal === null ? undefined : stop.signal;
        const make = () => lab.call(name, () => (call.isApart ? other : get)(key, signal));
        const before = after && made.get(after);
        const begin = () => new Promise<void>((resolve) => lab.at(at, resolve)).then(make);
        if (afterAbortOf)
          made.set(name, new Promise((resolve) => next.set(afterAbortOf, () => resolve(make()))));
        else if (before) made.set(name, before.then(make, make));
        else made.set(name, at > 0 ? begin() : Promise.resolve(make()));
        if (leaves === 0) leave();
      }
      const all = Promise.all([...made.values()].map(told));
      // What becomes of the others has its own tests.
      all.catch(() => {});
      return of ? made.get(of) : all;
    },
    // A scene that waits for one call leaves the others. A timer and a listener have their own tests.
    { mayLeave: ['work', 'timer', 'listener'], plan: planOf(calls, flights).plan },
  );

/** All calls and loads start and end as planned, and with that, and no other load is told to stop. */
const keeps = async (because: string, calls: Calls, flights: Flights = {}) => {
  const trace = await asking(calls, flights);
  const { results, aborts } = planOf(calls, flights);
  expect(trace).toAbort(aborts, because);
  expect(trace).toAbortOnlyRunning(ENDED);
  expect(trace).toRunAsPlanned(because);
  expect(trace).toGive(results, because);
};

const ADA = { ada: { at: 0, leaves: 13 } };
const BOTH = { ...ADA, bob: { at: 7, leaves: 23 } };
const THROWN: Flight = { takes: 0, isThrown: true };

/** They have one load, which ends at 31 ms. */
const THREE: Calls = { ada: { at: 0 }, bob: { at: 7, signal: null }, cy: { at: 29 } };

/** 'ada' leaves at 13 ms, and 'bob', the last one, at 23 ms. 'cy' and 'dot' come while 'load x' is stopping. */
const CALLS = { ...BOTH, cy: { at: 29 }, dot: { at: 37 } };
const STORY = [CALLS, { 'load x': { takes: 61, stopsIn: 17 } }] as const;

/** So many calls: 'call 1', 'call 2' and so on. */
const many = (length: number, call: (i: number) => Call): Calls =>
  Object.fromEntries(Array.from({ length }, (_, i) => [`call ${i + 1}`, call(i)]));

/** 'ada' leaves at 13 ms, and another call stays. */
const STAYING: readonly (readonly [because: string, calls: Calls])[] = [
  [STAYS, { ...ADA, bob: { at: 7 } }],
  [STAYS, { bob: { at: 0 }, ada: { at: 7, leaves: 13 } }],
  [STAYS, { ...ADA, ...many(9, (i) => ({ at: i, leaves: i === 4 ? undefined : 15 + i })) }],
  [NO_SIGNAL, { ...ADA, bob: { at: 0, signal: null } }],
  [NO_SIGNAL, { bob: { at: 0, signal: null }, ada: { at: 7, leaves: 13 } }],
  [SAME_SIGNAL, { ...ADA, bob: { at: 7, signal: 'ada' }, cy: { at: 11 } }],
  [COMES, { ...BOTH, cy: { at: 17 } }],
  [COMES, { ...BOTH, cy: { at: 17, signal: null } }],
  [COMES, { ...BOTH, cy: { at: 13, afterAbortOf: 'ada' } }],
  [COMES, { ...ADA, bob: { at: 7 }, cy: { at: 19 }, dot: { at: 23, leaves: 29 } }],
  [OWN_END, { ...ADA, eve: { at: 7, signal: null }, bob: { at: 37 }, cy: { at: 43 } }],
];

test('calls load during the first call for a key, with the key and a signal of its own', async () => {
  const during = await asking(...STORY, undefined, 'loads');
  const keys = many(KEYS.length, (i) => ({ at: i, key: KEYS[i] }));
  const lines = KEYS.map((key, i) => [i, `load ${key}`] as const);
  const loads = await asking(keys, {}, 'call 1', 'loads');
  expect(loads).toLog(...lines, NEW_KEYS);
  expect(during).toLogInTheCall('load x');
  const bare = await asking({ ada: { at: 7, signal: null } }, {}, 'ada', 'loads');
  expect(bare).toLog([7, 'load x'], BARE);
});

test('starts no second load while one of the same key is in flight', async () => {
  expect(await asking(THREE)).toStartAt({ 'load x': 0 }, JOIN);
  const days = { takes: 200_000_000 };
  for (const [calls, flight] of [
    [many(97, (i) => ({ at: i % 29 }))],
    [many(2 * KEYS.length, (i) => ({ at: 7 * (i % 2), key: KEYS[i >> 1] }))],
    [{ ada: { at: 0 }, bob: { at: days.takes - 7 } }, days],
  ] as const)
    expect(await asking(calls, { 'load x': { ...flight } })).toRunAsPlanned(JOIN);
});

test('fulfils all of its calls with its value, at the same moment', async () => {
  await eachValue(['load x'], async (values) => {
    const gives = values['load x'];
    const trace = await asking(THREE, { 'load x': { gives } });
    expect(trace).toGive([gives, gives, gives], SHARED);
    expect(trace).toRunAsPlanned(SHARED);
  });
});

test('rejects all of its calls with its reason, at the same moment, also when load throws', async () => {
  const ada = { at: 0 };
  for (const [calls, verb, flight] of [
    [THREE, undefined, {}],
    [{ ada }, undefined, { takes: 0 }],
    [{ ada }, 'throws', THROWN],
  ] as const) {
    const check = async (reasons: Record<'load x', unknown>) => {
      const failsWith = reasons['load x'];
      for (const of of Object.keys(calls)) {
        const trace = await asking(calls, { 'load x': { ...flight, failsWith } }, of);
        expect(trace).toRejectWith(failsWith, 'takes' in flight ? 0 : 31, FAILED);
      }
    };
    await eachReason(['load x'], check, verb, MORE);
  }
});

test('keeps nothing of a load that has ended', async () => {
  const failed: Flight[] = [{ failsWith: BROKEN }, { failsWith: undefined }];
  const any = [{}, { gives: undefined }, ...failed];
  const settled = any.map((end) => ({ ...end, takes: 0 }));
  for (const end of [...any, ...settled, ...failed.map((one) => ({ ...one, ...THROWN }))]) {
    // A call in the ms in which its load ends is free.
    const eve = !('takes' in end) && { eve: { at: 0 } };
    const rest = { bob: { at: 37 }, cy: { at: 43 } };
    for (const [because, calls] of [
      [OVER, { ada: { at: 0 }, ...eve, ...rest }],
      [OVER, { ada: { at: 0, signal: null }, ...eve, ...rest }],
      [OLD_CALL, { ada: { at: 0, leaves: 43 }, bob: { at: 37 } }],
    ] as const)
      for (const next of [{}, { failsWith: LATER }])
        await keeps(because, calls, { 'load x': end, 'load x 2': next });
    const bob = { at: 'takes' in end ? 0 : 31, after: 'ada' };
    await keeps(HAS_RESULT, { ada: { at: 0 }, bob }, { 'load x': end });
  }
});

test('rejects a call with the reason of its signal, at the moment of the abort', async () => {
  const check = async (reasons: Record<'the signal' | 'load x', unknown>) => {
    const { reason } = AbortSignal.abort(reasons['the signal']);
    const ada = { at: 0, leaves: 13, reason };
    for (const end of [{ stopsIn: 11 }, { isDeaf: true }, { failsWith: reasons['load x'] }])
      expect(await asking({ ada }, { 'load x': end }, 'ada')).toRejectWith(reason, 13, LEAVES);
  };
  await eachReason(['the signal', 'load x'], check, { 'the signal': 'is aborted with' }, MORE);
  const now = { ada: { at: 0, leaves: 0 } };
  expect(await asking(now, {}, 'ada')).toRejectWith('ada has left', 0, AT_ONCE);
  const two = { ...ADA, bob: { at: 7, signal: 'ada' } };
  for (const of of ['ada', 'bob'])
    expect(await asking(two, {}, of)).toRejectWith('ada has left', 13, SAME_SIGNAL);
});

test('goes on with the load for the calls that are still there', async () => {
  const failing = { 'load x': { failsWith: BROKEN }, 'load x 2': { failsWith: LATER } };
  for (const scene of STAYING) for (const flights of [{}, failing]) await keeps(...scene, flights);
});

test('aborts the signal of the load when its last call has left, and never otherwise', async () => {
  for (const reason of [null, TIMEOUT]) await keeps(LAST, { ada: { at: 0, leaves: 13, reason } });
  for (const calls of [BOTH, { ada: { at: 0, leaves: 0 } }]) await keeps(LAST, calls);
  await keeps(SAME_SIGNAL, { ...ADA, bob: { at: 7, signal: 'ada' } });
  await keeps(NO_CALL, { ...ADA, bob: { at: 7, leaves: -1 } });
  await keeps(AGAIN, { ada: { at: 0, leaves: 43 }, 'ada again': { at: 37, signal: 'ada' } });
  const next = { bob: { at: 37, leaves: 53 }, cy: { at: 43, leaves: 61 } };
  for (const end of [{}, { failsWith: BROKEN }])
    for (const [because, calls] of [
      [ENDED, THREE],
      [ENDED, { ada: { at: 0, leaves: 37 }, bob: { at: 7, leaves: 41 } }],
      [LAST, { ada: { at: 0, signal: null }, ...next }],
    ] as const)
      await keeps(because, calls, { 'load x': end });
});

test('starts a new load while the old one is stopping, whatever the old one ends with', async () => {
  const stays = { bob: { at: 17 }, cy: { at: 43, leaves: 44 }, dot: { at: 45, signal: null } };
  const leaves = { bob: { at: 17, leaves: 43 }, cy: { at: 41, leaves: 42 }, dot: { at: 47 } };
  const next = { bob: { at: 13, afterAbortOf: 'ada' }, cy: { at: 43 } };
  for (const [because, how] of [
    [NOT_JOINED, { stopsIn: 97 }],
    [OLD_END, { stopsIn: 11 }],
    [OLD_END, { isDeaf: true }],
  ] as const)
    for (const fails of [{}, { failsWith: BROKEN }]) {
      const flights = { 'load x': { ...how, ...fails } };
      await keeps(because, { ...ADA, ...stays, eve: { at: 53 } }, flights);
      await keeps(SECOND, { ...ADA, ...leaves }, { ...flights, 'load x 2': { stopsIn: 41 } });
      await keeps(NEXT_LINE, { ...ADA, ...next }, flights);
    }
});

test('rejects immediately when the signal was aborted before the call, and calls nothing', async () => {
  const check = async (reasons: Record<'the signal', unknown>) => {
    const { reason } = AbortSignal.abort(reasons['the signal']);
    for (const others of [{}, { bob: { at: 0 } }] as Calls[]) {
      const calls = { ...others, ada: { at: 7, leaves: -1, reason } };
      expect(await asking(calls, {}, 'ada')).toRejectWith(reason, 7, BEFORE);
    }
  };
  await eachReason(['the signal'], check, 'was aborted with', MORE);
  const trace = await asking({ ada: { at: 0, leaves: -1 } }, {}, undefined, 'loads');
  expect(trace).toLog(BEFORE);
});

test('keeps the loads of two keys apart, and those of two functions', async () => {
  const two = { people: { at: 0, leaves: 13 }, places: { at: 7, isApart: true } };
  await keeps(TWO, two, { 'load x': { stopsIn: 29 } });
  const keys = many(254, (i) => ({ at: i % 2, key: `${i >> 1}` }));
  const y = { at: 7, key: 'y' };
  const bob = { ...y, signal: 'ada' };
  const later = { ...ADA, bob, cy: { at: 37, key: 'y' } };
  for (const calls of [keys, { ada: { at: 0 }, bob }, later]) await keeps(APART, calls);
  await keeps(APART, { ada: { at: 0, leaves: 43 }, bob }, { 'load y': { takes: 61 } });
  const shared = { isShared: true, gives: 'ONE' };
  const both = { 'load x': { ...shared, isDeaf: true }, 'load y': { ...shared, takes: 24 } };
  await keeps(APART, { ...ADA, bob: y, cy: { at: 17 } }, both);
  const calls = { ...ADA, bob: y, cy: { at: 11, key: 'z' }, dot: { at: 17, key: 'y' } };
  const flights = { 'load x': { stopsIn: 29 }, 'load z': { failsWith: BROKEN } };
  const scene = () => asking(calls, flights);
  for (const repeat of [again, together])
    await repeat(scene, (trace) => expect(trace).toRunAsPlanned(APART));
});

test('leaves no listener on the signal of a call that has settled', async () => {
  for (const end of [{}, { failsWith: BROKEN }, { failsWith: BROKEN, ...THROWN }]) {
    const calls = { ada: { at: 0 }, bob: { at: 0, signal: 'ada' } };
    expect(await asking(calls, { 'load x': end })).toLeaveNothing();
  }
  for (const [calls, end] of [
    [ADA, { stopsIn: 97 }],
    [ADA, { isDeaf: true }],
    [{ ...ADA, bob: { at: 7, signal: null } }, {}],
  ] as const) {
    const trace = await asking(calls, { 'load x': end }, undefined, 'listeners');
    expect(trace).toLog([19, 'listeners: 0'], HAS_LEFT);
  }
});

test('sets no timer', async () => {
  expect(await asking(...STORY, 'dot')).toSetTimers(0);
  expect(await asking({ ada: { at: 0, leaves: -1 } })).toSetTimers(0);
  for (const end of [{}, { failsWith: BROKEN }])
    expect(await asking(THREE, { 'load x': end })).toSetTimers(0);
});
