import { getEventListeners } from 'node:events';
import { again, eachReason, eachValue, expect, type Lab, observe, test, together } from '#lab';
import { singleFlight } from './2-single-flight.ts';

const LEFT = new Error('the user has left');
const BROKEN = new Error('no connection');

const LATER = new Error('no such page');

const RETURNED = 'singleFlight has returned';

/** The reason of `AbortSignal.timeout()`, one that no text can be made of, and one that `await` takes apart. */
const MORE = [
  new DOMException('The operation was aborted due to timeout', 'TimeoutError'),
  Symbol('no text'),
  { then: (fulfil: (value: string) => void) => fulfil('unwrapped') },
];

const KEYS =
  'Each of these keys is a new one, so each call loads once, with a signal of its own. (A plain object has keys that your code has not set, such as `constructor`.) `singleFlight` itself does not call `load`.';

const BARE =
  "'ada' has no signal, and its load gets one: another call, with a signal, may join it.";

const JOIN = 'A load of this key was in flight, and it had not been told to stop. So join it.';

const SHARED = 'All of them share one load: each fulfils with its very value, whatever it is.';

const FAILED = 'All of them share one load: each rejects with its very reason, when the load ends.';

const OVER =
  "'load x' had ended before 'bob' came. What a load has fulfilled or rejected with is not kept: start a new one.";

const OWN_END =
  "'ada' has left 'load x'. 'bob' gets what that load ends with, and 'cy', which comes after the end, what 'load x 2' ends with.";

const HAS_RESULT =
  "'bob' comes as soon as 'ada' has settled. A load that has ended is not kept, also not until the end of that ms.";

const OLD_CALL =
  "'ada' had settled at 31 ms. When its signal is aborted after that, it does not leave the new load: it was never there.";

const LEAVES =
  'Its signal is aborted at 13 ms: it leaves at that moment, waits for no load, and rejects with the reason of its own signal.';

const STAYS = "Only 'ada' leaves. Another call is still there, and the load goes on for it.";

const COME =
  "'cy' and 'dot' join the load when 'ada' has left. When 'dot' leaves, 'bob' and 'cy' are still there.";

const HAS_LEFT =
  "'ada' has left at 13 ms, and the load is still there. What the call has added to its signal, it removes when it leaves: `once`, or removeEventListener().";

const NO_SIGNAL = "'bob' has no signal. It counts as a call that is there, and stays to the end.";

const CAME_BACK =
  "'ada again' joins the load at 17 ms. So it is still there when 'bob' leaves at 23 ms.";

const CROWD =
  "'call 5' has not left, so the load goes on. Each other call leaves when its signal is aborted.";

const AT_ONCE =
  'The signal was aborted just after the call. Was the listener added during the call?';

const REASONS =
  "'ada' has left before, with another reason. Each call has the reason of its own signal.";

const AGAIN =
  "'ada' had settled at 31 ms, and 'ada again' has the same signal. It leaves when that is aborted.";

const SECOND =
  "'load x' is still stopping when the last call of 'load x 2' leaves. Tell that load to stop, too, and no other one.";

const LAST =
  'The last call has left at that time. Tell the load to stop: no call needs it any more.';

const NO_CALL =
  "The signal of 'bob' was aborted before its call, so 'bob' never joined. 'ada' was the only one there.";

const SAME_SIGNAL =
  "'ada' and 'bob' have the same signal. When it is aborted, both of them leave, and no call is left.";

const ENDED = 'The load ended by itself. Work that has ended is not told to stop.';

const NOT_JOINED =
  "A load that is stopping is not joined, and not waited for: 'bob' starts a new one.";

const OLD_END =
  "'load x 2' is in flight when 'load x' ends, and 'cy' joins it. The end of 'load x' changes nothing for 'load x 2'.";

const BEFORE =
  "The signal had been aborted before the call, and its 'abort' event does not come again. Look at signal.aborted first.";

const APART =
  'Each key has loads of its own: what happens to one of them changes nothing for others.';

const TWO =
  "'people' and 'places' call two functions with the same `load`. Each function has loads of its own.";

/** A call: when, and when its signal is aborted. */
interface Call {
  at: number;
  /** `x` unless told. */
  key?: string;
  /** When its signal is aborted; 0: in the line after the call, which is at 0 ms; -1: before the scene. */
  leaves?: number;
  reason?: unknown;
  hasNoSignal?: boolean;
  /** It has the signal of that call. */
  like?: string;
  /** It is made when that call has settled. That is at the ms `at`. */
  after?: string;
  /** It is a call of a second function with the same `load`. */
  isApart?: boolean;
}

/** A load: when it is started, and what it does. */
interface Flight {
  at: number;
  key?: string;
  /** 0: it throws, or returns a promise that has already settled. */
  takes?: number;
  gives?: unknown;
  failsWith?: unknown;
  throws?: unknown;
  /** When it is told to stop. */
  stops?: number;
  stopsIn?: number;
  /** When it has stopped, it rejects with that: the connection cannot be closed. */
  closesWith?: unknown;
  /** It does not look at its signal. */
  isDeaf?: boolean;
  isApart?: boolean;
}

type Calls = Readonly<Record<string, Call>>;
type Flights = Readonly<Record<string, Flight>>;

interface Look {
  /** The call to wait for, instead of all. */
  of?: string;
  /** What is logged: that a load is called, or with which signal, or told to stop; what 'ada' has left on its signal. */
  logs?: 'calls' | 'signals' | 'aborts' | 'listeners';
}

/** Loads as these say, each once. One that is not among them takes 31 ms. */
const loading = (
  { job, log }: Lab,
  flights: Flights,
  known: Map<unknown, string>,
  { logs }: Look,
) => {
  const waiting = Object.entries(flights).map(([name, { takes = 31, ...how }]) => {
    const options = { gives: name.toUpperCase(), ...how };
    const atOnce = () =>
      'failsWith' in how ? Promise.reject(how.failsWith) : Promise.resolve(how.gives);
    return {
      key: 'x',
      ...how,
      name,
      work: takes > 0 ? job<unknown>(name, takes, options) : atOnce,
    };
  });
  return (key: string, signal: AbortSignal): Promise<unknown> => {
    const isSignal = signal instanceof AbortSignal;
    const whose = known.get(signal) ?? 'a signal of its own';
    const kind = isSignal && signal.aborted ? 'an aborted signal' : whose;
    if (logs === 'calls') log(`load ${key}`);
    if (logs === 'signals') log(`load ${key} with ${isSignal ? kind : 'no signal'}`);
    known.set(signal, 'the signal of another load');
    const i = waiting.findIndex((other) => other.key === key);
    const [one] = i < 0 ? [] : waiting.splice(i, 1);
    if (!one) return job(`another load ${key}`, 31)(signal);
    const { name, work, isDeaf } = one;
    if (logs === 'aborts') signal.onabort = () => log(`${name} is told to stop`);
    if ('throws' in one) throw one.throws;
    const running = work(isDeaf ? undefined : signal);
    return 'closesWith' in one ? running.catch(() => Promise.reject(one.closesWith)) : running;
  };
};

/** When each of these calls and loads ends. */
const planOf = (calls: Calls, flights: Flights) => {
  const loads = Object.entries(flights).map(([name, flight]) => {
    const { at, key = 'x', takes = 31, stops = Infinity, stopsIn = 0, isDeaf, isApart } = flight;
    const isTold = stops < Infinity && !isDeaf;
    const end = isTold ? stops + stopsIn : at + takes;
    const fails = 'failsWith' in flight || 'throws' in flight;
    return { name, at, key, takes, stops, isTold, end, fails, isApart };
  });
  const leavesAt = ({ leaves, like }: Call): number =>
    leaves ?? (like ? leavesAt(calls[like] as Call) : Infinity);
  const endOf = (call: Call) => {
    const { at, key = 'x', after, isApart } = call;
    const leaves = Math.max(at, leavesAt(call));
    const load = loads.find(
      (one) =>
        one.key === key &&
        one.isApart === isApart &&
        one.at <= at &&
        (at < one.stops || at === one.at) &&
        (at < one.end || (at === one.at && !after)),
    );
    const isLeaving = leaves <= (load?.end ?? Infinity);
    return [at, isLeaving ? leaves : load?.end, { fails: isLeaving || load?.fails }] as const;
  };
  return Object.fromEntries([
    ...Object.entries(calls).map(([name, call]) => [name, endOf(call)]),
    ...loads.flatMap(({ name, at, end, takes, stops, isTold }) =>
      takes > 0 ? [[name, [at, end, isTold ? { aborted: stops } : {}]]] : [],
    ),
  ]);
};

/** With what it rejects has tests of its own. A bug in the code gets out. */
const told = (call: Promise<unknown>) =>
  call.catch((error: unknown) => {
    const isBug = error instanceof TypeError || error instanceof ReferenceError;
    if (isBug || (error instanceof Error && error.message.startsWith('TODO'))) throw error;
    return 'rejected';
  });

/** Makes all of these calls, each at its ms. */
const asking = (calls: Calls, flights: Flights = { 'load x': { at: 0 } }, look: Look = {}) =>
  observe(
    (lab) => {
      const stops = new Map(Object.keys(calls).map((name) => [name, lab.controller()]));
      const known = new Map<unknown, string>();
      for (const { signal } of stops.values()) known.set(signal, 'the signal of a call');
      const load = loading(lab, flights, known, look);
      const get = singleFlight(load);
      const isTwo = Object.values(calls).some(({ isApart }) => isApart);
      const other = isTwo ? singleFlight(load) : get;
      if (look.logs === 'signals') lab.log(RETURNED);
      const listeners = () => getEventListeners(stops.get('ada')?.signal as AbortSignal, 'abort');
      if (look.logs === 'listeners')
        lab.at(19, () => lab.log(`listeners on the signal of 'ada': ${listeners().length}`));
      const made = new Map<string, Promise<unknown>>();
      for (const [name, call] of Object.entries(calls)) {
        const {
          at,
          key = 'x',
          leaves,
          reason = LEFT,
          hasNoSignal,
          like = name,
          after,
          isApart,
        } = call;
        const stop = stops.get(like) as AbortController;
        const leave = () => stop.abort(reason);
        if (leaves === -1) leave();
        else if (leaves) lab.at(leaves, leave, `${name} leaves`);
        const ask = () => (isApart ? other : get)(key, hasNoSignal ? undefined : stop.signal);
        const make = () => lab.call(name, ask);
        const before = after && made.get(after);
        if (before) made.set(name, before.then(make, make));
        else if (at === 0) made.set(name, Promise.resolve(make()));
        else made.set(name, new Promise<void>((resolve) => lab.at(at, resolve)).then(make));
        if (leaves === 0) leave();
      }
      const results = [...made.values()].map(told);
      if (!look.of) return Promise.all(results);
      // What becomes of the others has its own tests.
      for (const result of results) result.catch(() => {});
      return made.get(look.of);
    },
    // A scene that waits for one call leaves the others. A timer and a listener have their own tests.
    { mayLeave: ['work', 'timer', 'listener'], plan: planOf(calls, flights) },
  );

/** The flights of a scene in which only 'load x' is started, at 0 ms. */
const one = (flight: Partial<Flight> = {}) => ({ 'load x': { at: 0, ...flight } });

/** 'ada' leaves at 13 ms, and 'bob', the last one, at 23 ms. 'cy' and 'dot' come while 'load x' is stopping. */
const story = (look?: Look) =>
  asking(
    { ...ADA, bob: { at: 7, leaves: 23 }, cy: { at: 29 }, dot: { at: 37 } },
    { ...one({ takes: 61, stops: 23, stopsIn: 17 }), 'load x 2': { at: 29 } },
    look,
  );

/** Three calls of one load, which ends at 31 ms. */
const three = (flight: Partial<Flight> = {}, look?: Look) =>
  asking({ ada: { at: 0 }, bob: { at: 7, hasNoSignal: true }, cy: { at: 29 } }, one(flight), look);

const ADA = { ada: { at: 0, leaves: 13 } };

/** One call that rejects at 0 ms. */
const failing = (load: () => Promise<unknown>, signal?: AbortSignal) =>
  observe(({ call }) => call('ada', () => singleFlight(load)('x', signal)), {
    mayLeave: ['timer', 'listener'],
    plan: { ada: [0, 0, { fails: true }] },
  });

/** They leave one after another, from 15 to 23 ms; 'call 5' stays. */
const CALLS: Calls = Object.fromEntries(
  Array.from({ length: 9 }, (_, i) => [
    `call ${i + 1}`,
    { at: i, ...(i !== 4 && { leaves: 15 + i }) },
  ]),
);

/** 'ada' leaves at 13 ms, and another call stays. */
const STAYING: Readonly<Record<string, readonly [because: string, calls: Calls]>> = {
  'the second one': [STAYS, { ...ADA, bob: { at: 7 } }],
  'the first one': [STAYS, { bob: { at: 0 }, ada: { at: 7, leaves: 13 } }],
  'others come': [COME, { ...ADA, bob: { at: 7 }, cy: { at: 19 }, dot: { at: 23, leaves: 29 } }],
  'no signal': [NO_SIGNAL, { ...ADA, bob: { at: 0, hasNoSignal: true } }],
  'no signal, first': [
    NO_SIGNAL,
    { bob: { at: 0, hasNoSignal: true }, ada: { at: 7, leaves: 13 } },
  ],
  crowd: [CROWD, { ...ADA, ...CALLS }],
  'ada again': [CAME_BACK, { ...ADA, bob: { at: 7, leaves: 23 }, 'ada again': { at: 17 } }],
};

/** 'load x' was told to stop at 13 ms, and does that. */
const STOPPING: readonly (readonly [because: string, flight: Partial<Flight>])[] = [
  [NOT_JOINED, { stopsIn: 97 }],
  [NOT_JOINED, { stopsIn: 97, closesWith: BROKEN }],
  [OLD_END, { stopsIn: 11 }],
  [OLD_END, { stopsIn: 11, closesWith: BROKEN }],
  [OLD_END, { isDeaf: true }],
  [OLD_END, { isDeaf: true, failsWith: BROKEN }],
];

/** Each of these is over when 'x' is asked for again. */
const ENDS: readonly Partial<Flight>[] = [
  {},
  { gives: undefined },
  { failsWith: BROKEN },
  { failsWith: undefined },
  { takes: 0, gives: 'X' },
  { takes: 0, failsWith: BROKEN },
  { takes: 0, throws: BROKEN },
];

test('calls load during the first call for a key, with the key and a signal of its own', async () => {
  const during = await story({ logs: 'calls' });
  const keys = ['x', '', ' x', 'X', 'x/1', '01', '1', 'constructor', '__proto__'].entries();
  const all = [...keys].map(([at, key]) => ({ at, key, name: `load ${key}` }));
  const calls = Object.fromEntries(all.map((one) => [one.key, one]));
  const flights = Object.fromEntries(all.map((one) => [one.name, one]));
  const loads = await asking(calls, flights, { logs: 'signals', of: 'x' });
  const lines = all.map(({ at, name }) => [at, `${name} with a signal of its own`] as const);
  expect(loads).toLog([0, RETURNED], ...lines, KEYS);
  expect(during).toLogInTheCall('load x');
  const bare = await asking({ ada: { at: 7, hasNoSignal: true } }, one(), { logs: 'signals' });
  expect(bare).toLog([0, RETURNED], [7, 'load x with a signal of its own'], BARE);
});

test('starts no second load while one of the same key is in flight', async () => {
  expect(await three()).toStartAt({ 'load x': 0 }, JOIN);
  const many = Array.from({ length: 97 }, (_, i) => [`call ${i + 1}`, { at: i % 29 }] as const);
  expect(await asking(Object.fromEntries(many))).toStartAt({ 'load x': 0 }, JOIN);
  for (const key of ['', '__proto__']) {
    const calls = { ada: { at: 0, key }, bob: { at: 7, key } };
    expect(await asking(calls, { 'load it': { at: 0, key } })).toStartAt({ 'load it': 0 }, JOIN);
  }
});

test('fulfils all of its calls with its value, at the same moment', async () => {
  await eachValue(['load x'], async (values) => {
    const gives = values['load x'];
    const trace = await three({ gives });
    expect(trace).toGive([gives, gives, gives], SHARED);
    expect(trace).toRunAsPlanned(SHARED);
  });
});

test('rejects all of its calls with its reason, at the same moment, also when load throws', async () => {
  await eachReason(
    ['load x'],
    async (reasons) => {
      const failsWith = reasons['load x'];
      for (const of of ['ada', 'bob', 'cy'])
        expect(await three({ failsWith }, { of })).toRejectWith(failsWith, 31, FAILED);
      expect(await failing(() => Promise.reject(failsWith))).toRejectWith(failsWith, 0);
    },
    undefined,
    MORE,
  );
  await eachReason(
    ['load'],
    async (reasons) => {
      const load = () => {
        throw reasons.load;
      };
      expect(await failing(load)).toRejectWith(reasons.load, 0);
    },
    'throws',
    MORE,
  );
});

test('keeps nothing of a load that has ended', async () => {
  for (const end of ENDS) {
    const first: Record<string, number> = end.takes === 0 ? {} : { 'load x': 0 };
    for (const [hasNoSignal, next] of [
      [false, {}],
      [true, { failsWith: BROKEN }],
    ] as const) {
      const calls = { ada: { at: 0, hasNoSignal }, bob: { at: 37 }, cy: { at: 43 } };
      const trace = await asking(calls, { ...one(end), 'load x 2': { at: 37, ...next } });
      expect(trace).toStartAt({ ...first, 'load x 2': 37 }, OVER);
      expect(trace).toRunAsPlanned(OVER);
    }
    const at = end.takes ?? 31;
    const calls = { ada: { at: 0 }, bob: { at, after: 'ada' } };
    const trace = await asking(calls, { ...one(end), 'load x 2': { at } });
    expect(trace).toStartAt({ ...first, 'load x 2': at }, HAS_RESULT);
  }
  const later = { ...ADA, bob: { at: 7, hasNoSignal: true }, cy: { at: 37 } };
  const gives = await asking(later, { ...one(), 'load x 2': { at: 37 } }, { of: 'cy' });
  expect(gives).toGive('LOAD X 2', OWN_END);
  const loads = { ...one({ failsWith: BROKEN }), 'load x 2': { at: 37, failsWith: LATER } };
  expect(await asking(later, loads, { of: 'cy' })).toRejectWith(LATER, 68, OWN_END);
  const calls = { ada: { at: 0, leaves: 43 }, bob: { at: 37 } };
  const trace = await asking(calls, { ...one(), 'load x 2': { at: 37 } });
  expect(trace).toAbort({}, OLD_CALL);
});

test('rejects a call with the reason of its signal, at the moment of the abort', async () => {
  await eachReason(
    ['the signal', 'load x'],
    async (reasons) => {
      const { reason } = AbortSignal.abort(reasons['the signal']);
      const ada = { at: 0, leaves: 13, reason };
      for (const end of [{ stopsIn: 11 }, { isDeaf: true }, { closesWith: reasons['load x'] }]) {
        const trace = await asking({ ada }, one({ stops: 13, ...end }), { of: 'ada' });
        expect(trace).toRejectWith(reason, 13, LEAVES);
      }
    },
    { 'the signal': 'is aborted with' },
    MORE,
  );
  for (const [, calls] of Object.values(STAYING))
    expect(await asking(calls, one(), { of: 'ada' })).toRejectWith(LEFT, 13, LEAVES);
  const atOnce = await asking({ ada: { at: 0, leaves: 0 } }, one({ stops: 0 }), { of: 'ada' });
  expect(atOnce).toRejectWith(LEFT, 0, AT_ONCE);
  const two = { ...ADA, bob: { at: 7, like: 'ada' } };
  for (const of of ['ada', 'bob'])
    expect(await asking(two, one({ stops: 13 }), { of })).toRejectWith(LEFT, 13, SAME_SIGNAL);
});

test('goes on with the load for the calls that are still there', async () => {
  for (const [because, calls] of Object.values(STAYING)) {
    const trace = await asking(calls);
    expect(trace).toAbort({}, because);
    expect(trace).toRunAsPlanned(because);
  }
  const fails = await asking({ ...ADA, bob: { at: 7 } }, one({ failsWith: BROKEN }), { of: 'bob' });
  expect(fails).toRejectWith(BROKEN, 31, OWN_END);
  const bob = { at: 7, leaves: 23, reason: BROKEN };
  const second = await asking({ ...ADA, bob }, one({ stops: 23 }), { of: 'bob' });
  expect(second).toRejectWith(BROKEN, 23, REASONS);
});

test('aborts the signal of the load when its last call has left, and never otherwise', async () => {
  expect(await asking(ADA, one({ stops: 13 }))).toAbort({ 'load x': 13 }, LAST);
  const both = { ...ADA, bob: { at: 7, leaves: 23 } };
  expect(await asking(both, one({ stops: 23 }))).toAbort({ 'load x': 23 }, LAST);
  const late = { ...ADA, bob: { at: 7, leaves: -1 } };
  expect(await asking(late, one({ stops: 13 }))).toAbort({ 'load x': 13 }, NO_CALL);
  const same = await asking({ ...ADA, bob: { at: 7, like: 'ada' } }, one({ stops: 13 }));
  expect(same).toAbort({ 'load x': 13 }, SAME_SIGNAL);
  const twice = { ada: { at: 0, leaves: 43 }, 'ada again': { at: 37, like: 'ada' } };
  const loads = { ...one(), 'load x 2': { at: 37, stops: 43 } };
  expect(await asking(twice, loads)).toAbort({ 'load x 2': 43 }, AGAIN);
  for (const end of [{}, { failsWith: BROKEN }]) {
    const later = { ada: { at: 0, leaves: 37 }, bob: { at: 7, leaves: 41 } };
    expect(await asking(later, one(end), { logs: 'aborts' })).toLog(ENDED);
    expect(await three(end, { logs: 'aborts' })).toLog(ENDED);
  }
});

test('starts a new load while the old one is stopping, whatever the old one ends with', async () => {
  for (const [because, end] of STOPPING) {
    const trace = await asking(
      { ...ADA, bob: { at: 17 }, cy: { at: 43 }, dot: { at: 53 } },
      { ...one({ stops: 13, ...end }), 'load x 2': { at: 17 }, 'load x 3': { at: 53 } },
    );
    expect(trace).toRunAsPlanned(because);
  }
  const trace = await asking(
    {
      ...ADA,
      bob: { at: 17, leaves: 23 },
      cy: { at: 19, key: 'y' },
      dot: { at: 29, key: 'y' },
      eve: { at: 37 },
    },
    {
      ...one({ stops: 13, stopsIn: 97 }),
      'load x 2': { at: 17, stops: 23, stopsIn: 41 },
      'load y': { at: 19, key: 'y' },
      'load x 3': { at: 37 },
    },
  );
  expect(trace).toAbort({ 'load x': 13, 'load x 2': 23 }, SECOND);
  expect(trace).toRunAsPlanned(SECOND);
});

test('rejects immediately when the signal was aborted before the call, and calls nothing', async () => {
  await eachReason(
    ['the signal'],
    async (reasons) => {
      const gone = AbortSignal.abort(reasons['the signal']);
      const { reason } = gone;
      expect(await failing(async () => {}, gone)).toRejectWith(reason, 0, BEFORE);
      const calls = { bob: { at: 0 }, ada: { at: 7, leaves: -1, reason } };
      expect(await asking(calls, one(), { of: 'ada' })).toRejectWith(reason, 7, BEFORE);
    },
    'was aborted with',
    MORE,
  );
  const trace = await asking({ ada: { at: 0, leaves: -1 } }, {}, { logs: 'calls' });
  expect(trace).toLog(BEFORE);
});

test('keeps the loads of two keys apart, and those of two functions', async () => {
  const two = await asking(
    { people: { at: 0, leaves: 13 }, places: { at: 7, isApart: true } },
    { ...one({ stops: 13, stopsIn: 29 }), 'load x 2': { at: 7, isApart: true } },
  );
  expect(two).toRunAsPlanned(TWO);
  const same = await asking(
    { ...ADA, bob: { at: 7, key: 'y', like: 'ada' } },
    { ...one({ stops: 13 }), 'load y': { at: 7, key: 'y', stops: 13 } },
  );
  expect(same).toRunAsPlanned(APART);
  const many = Array.from({ length: 9 }, (_, i) => `${i}`);
  const pairs = many.flatMap((key) => [
    [`ada ${key}`, { at: 0, key }],
    [`bob ${key}`, { at: 7, key }],
  ]);
  const loads = Object.fromEntries(many.map((key) => [`load ${key}`, { at: 0, key }]));
  expect(await asking(Object.fromEntries(pairs), loads)).toRunAsPlanned(APART);
  const keys = () =>
    asking(
      { ...ADA, bob: { at: 7, key: 'y' }, cy: { at: 11, key: 'z' }, dot: { at: 17, key: 'y' } },
      {
        ...one({ stops: 13, stopsIn: 29 }),
        'load y': { at: 7, key: 'y' },
        'load z': { at: 11, key: 'z', failsWith: BROKEN },
      },
    );
  for (const repeat of [again, together])
    await repeat(keys, (trace) => expect(trace).toRunAsPlanned(APART));
});

test('leaves no listener on the signal of a call that has settled', async () => {
  for (const end of [{}, { failsWith: BROKEN }, { takes: 0, throws: BROKEN }]) {
    const ada = { at: 0 };
    expect(await asking({ ada, bob: { at: 0, like: 'ada' } }, one(end))).toLeaveNothing();
  }
  for (const [calls, end] of [
    [ADA, { stops: 13, stopsIn: 97 }],
    [ADA, { stops: 13, isDeaf: true }],
    [{ ...ADA, bob: { at: 7 } }, {}],
  ] as const) {
    const trace = await asking(calls, one(end), { logs: 'listeners' });
    expect(trace).toLog([19, "listeners on the signal of 'ada': 0"], HAS_LEFT);
  }
});

test('sets no timer', async () => {
  expect(await story({ of: 'dot' })).toSetTimers(0);
  for (const end of [{}, { failsWith: BROKEN }]) expect(await three(end)).toSetTimers(0);
});
