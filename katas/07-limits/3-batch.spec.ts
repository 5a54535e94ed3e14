import {
  again,
  eachCase,
  eachReason,
  eachValue,
  expect,
  type Lab,
  observe,
  type Trace,
  test,
  together,
} from '#lab';
import { batch } from './3-batch.ts';

const NO_USER = new Error('no such user');

const NO_LIMIT = 'However many keys a callback asks for, they are one batch.';
const ANY_KEY = 'Any value can be a key. A Set or a Map takes it as it is.';
const ONLY_ERRORS = 'Only an Error in the place of a key is a failure. Anything else is its value.';

const ONE_CALL =
  'One callback and its microtasks ask for all of these keys. One call of `loadMany` has them, in this order, when the microtasks are done. No time passes before it.';

const LATER =
  "'d' is asked for by a later callback, when the first call of `loadMany` has its keys. So 'd' is in a batch of its own, which does not wait for the first one.";

const NO_TIME =
  'When the microtasks are done, all keys of the callback are known, and no time passes: a timer of 0 ms takes 1 ms. A later callback has a batch of its own.';

const ONCE = 'A key that is asked for twice is in the batch once. Each of its loads has the value.';

const AS_IN_A_MAP =
  "Two keys are the same if a Map takes them for the same: 1 and '1' are two keys, and so are two objects. NaN is one key.";

const IN_ITS_PLACE =
  'The value of a key, whatever it is, is in the place that the key had in the array.';

const ERROR_IN_PLACE =
  'The Error is in the place of one key: the loads of that key reject with it, and no others.';

const ALL_FAIL =
  '`loadMany` has failed for the whole batch: each of its loads rejects with that reason.';

const NO_PLACE =
  'That is no list with one place for each key, so nothing says which value belongs to which key.';

const AGAIN =
  'What is asked for after a call of `loadMany` is in a new batch, and is loaded: also a key of an earlier batch, however that one has ended.';

const FROM_INSIDE =
  "`loadMany` has its array, and asks for 'a', 'd' and 'e' itself. They are a new batch, and this one needs their values: no batch waits for another one.";

const ITS_ARRAY =
  'That is how `loadMany` works through its array. Does your code read the same array afterwards, or freeze it?';

const APART =
  "'load' and 'other' are two functions that `batch` has returned. Each has batches of its own.";

/** What is asked for by the callback of each ms: the first key during the callback, the others in microtasks. */
type Asked = Readonly<Record<number, readonly unknown[]>>;

/** How many microtasks pass before that, for each place in a list that is not very long. */
const MICROTASKS = [0, 1, 9, 9, 23, 2003, 2003, 2003];

/** What becomes of one call of `loadMany`. */
interface Answer {
  /** 0: its promise has settled when it is returned. */
  takes?: number;
  /** What it fulfils with, unless that is a list with the name of each key in capitals. */
  gives?: unknown;
  failsWith?: unknown;
  throws?: unknown;
  /** It asks for these keys itself, as a callback does. It waits for them, unless it is told how it ends. */
  asks?: readonly string[];
  /** What it does with its array, during its call and again when it has its values. */
  changes?: (keys: unknown[]) => void;
}

interface Look {
  answers?: readonly Answer[];
  /** The load to wait for, counted from 0; otherwise all of them. */
  of?: number;
  /** A second function, with the same `loadMany`, is asked for the same. */
  isTwo?: boolean;
}

const answerOf = (answers: readonly Answer[], i: number) => ({
  takes: [53, 7, 23, 11][i % 4] as number,
  ...answers[i],
});

const named = (key: unknown) => (typeof key === 'string' ? key : typeof key);

const nameOf = (keys: readonly unknown[]) =>
  `loadMany ${keys.length < 6 ? keys.map(named).join(' ') : `${keys.length} keys`}`;

/** Fulfils or rejects after so many ms; or it has already. */
const running = ({ job }: Lab, name: string, takes: number, how: Answer) => {
  if (takes > 0) return job(name, takes, { gives: undefined as unknown, ...how })();
  return 'failsWith' in how ? Promise.reject(how.failsWith) : Promise.resolve(how.gives);
};

/** Asks for all of these keys: at once, or some microtasks later. */
const askAll = <T>(keys: readonly unknown[], load: (key: unknown) => T) =>
  keys.map(async (key, i) => {
    const microtasks = keys.length > 8 ? 0 : (MICROTASKS[i] ?? 0);
    for (let n = 0; n < microtasks; n++) await null;
    return load(key);
  });

/** A `loadMany` that gets one answer after another. `load` is what it may ask itself. */
const loaderFor = (lab: Lab, asked: readonly unknown[], { answers = [] }: Look) => {
  const given: { keys: unknown[]; list: unknown[] }[] = [];
  const loader = (keys: unknown[], ...more: unknown[]) => {
    const isArray = Array.isArray(keys) && more.length === 0;
    const list = isArray ? [...keys] : ['not one array'];
    const { takes, asks = [], changes, ...how } = answerOf(answers, given.length);
    given.push({ keys, list: changes ? keys : list });
    const inside = askAll(asks, (key) => loader.load(key));
    if ('throws' in how) throw how.throws;
    const names = list.map((key) => (!isArray || asked.includes(key) ? key : 'another key'));
    const work = running(lab, nameOf(names), takes, how);
    changes?.(keys);
    if ('gives' in how || 'failsWith' in how) return work as Promise<unknown[]>;
    const found = () => {
      changes?.(keys);
      // Many look at their array again when the database is there.
      for (const { keys, list } of given)
        if (keys.length !== list.length || list.some((key, i) => !Object.is(keys[i], key)))
          throw new Error('the array of loadMany was changed after the call');
      return names.map((key) => named(key).toUpperCase());
    };
    return Promise.all([work, ...inside]).then(found);
  };
  loader.load = (_: unknown) => Promise.resolve<unknown>(undefined);
  return loader;
};

/** When each load and each call of `loadMany` starts and ends. */
const planOf = (asked: Asked, { answers = [], isTwo }: Look) => {
  const plan: Record<string, [number, number, { fails?: boolean }][]> = {};
  const add = (name: string, ...span: [number, number, { fails: boolean }]) => {
    plan[name] = [...(plan[name] ?? []), span];
  };
  const who = isTwo ? ['load', 'other'] : ['load'];
  const batches = Object.entries(asked).flatMap(([ms, keys]) =>
    who.map((name) => ({ name, at: Number(ms), keys })),
  );
  let calls = 0;
  for (const { name, at, keys } of batches) {
    const { takes, asks, ...how } = answerOf(answers, calls++);
    const fails = 'failsWith' in how || 'throws' in how;
    const end = 'throws' in how ? at : at + takes;
    if (end > at) add(nameOf([...new Set(keys)]), at, end, { fails });
    for (const key of keys) add(`${name} ${named(key)}`, at, end, { fails });
    if (asks) add(nameOf(asks), at, at + answerOf(answers, calls++).takes, { fails: false });
  }
  return plan;
};

/** The value; or what the error says, if it is the one that may come. */
const told = (load: Promise<unknown>) =>
  load.catch((error: unknown) => {
    if (error === NO_USER) return 'no such user';
    throw error;
  });

/** Asks for all of these. */
const loading = (asked: Asked, look: Look = {}) =>
  observe(
    (lab) => {
      const all = [...Object.values(asked), ...(look.answers ?? []).map(({ asks = [] }) => asks)];
      const loadMany = loaderFor(lab, all.flat(), look);
      const load = batch<unknown, unknown>(loadMany);
      const other = look.isTwo && batch<unknown, unknown>(loadMany);
      loadMany.load = load;
      const ask = (key: unknown) => {
        const mine = lab.call(`load ${named(key)}`, () => load(key));
        if (!other) return mine;
        return Promise.all([mine, lab.call(`other ${named(key)}`, () => other(key))]);
      };
      const loads = Object.entries(asked).flatMap(([ms, keys]) => {
        const make = () => askAll(keys, ask);
        if (ms === '0') return make();
        const made = new Promise<Promise<unknown>[]>((resolve) => {
          lab.at(Number(ms), () => resolve(make()));
        });
        return keys.map((_, i) => made.then((all) => all[i]));
      });
      if (look.of === undefined) return Promise.all(loads.map(told));
      // What becomes of the others has its own tests.
      for (const one of loads) one.catch(() => {});
      return loads[look.of];
    },
    { mayLeave: look.of === undefined ? [] : ['work', 'timer'], plan: planOf(asked, look) },
  );

const CAB: Asked = { 0: ['c', 'a', 'b'] };
const WITH_A_TWICE: Asked = { 0: ['c', 'a', 'b', 'a'] };

/** 'ann' and 'bob' are asked for by one callback, and their teams as soon as they are known. */
const levels = () =>
  observe(
    (lab) => {
      const load = batch<unknown, unknown>(loaderFor(lab, ['ann', 'bob', 'red', 'blue'], {}));
      const both = async (user: string, team: string) => {
        await lab.call(`load ${user}`, () => load(user));
        return lab.call(`load ${team}`, () => load(team));
      };
      return Promise.all([both('ann', 'red'), both('bob', 'blue')]);
    },
    { plan: planOf({ 0: ['ann', 'bob'], 53: ['red', 'blue'] }, {}) },
  );

/** The batch at 0 ms ends after others have failed, some at once: what these ask for themselves is loaded all the same. */
const IN_TURN: Asked = {
  0: ['a'],
  7: ['a', 'b'],
  19: ['a'],
  29: ['b', 'a'],
  37: ['a', 'b'],
  97: ['b', 'a'],
};
const FAILING = [
  { takes: 53 },
  { takes: 11, gives: [NO_USER, NO_USER] },
  { throws: NO_USER, asks: ['d'] },
  {},
  { takes: 0, failsWith: NO_USER, asks: ['b', 'd'] },
  {},
  { takes: 0, gives: [NO_USER, NO_USER], asks: ['a'] },
];

/** None of these is a list with one place for each of 'c', 'a' and 'b', or for 'a' alone. */
const NO_LISTS: Record<string, unknown> = {
  'When loadMany fulfils with a list of two values:': ['X', 'Y'],
  'When loadMany fulfils with a list of four values:': ['X', 'Y', 'Z', 'X'],
  'When loadMany fulfils with an empty list:': [],
  'When loadMany fulfils with undefined:': undefined,
  'When loadMany fulfils with null:': null,
  'When loadMany fulfils with a Map:': new Map([...'cab'].map((key) => [key, 'A'])),
  'When loadMany fulfils with a Set:': new Set('XYZ'),
  'When loadMany fulfils with an Error:': NO_USER,
};

/** Each load fulfils with its value, and each key is loaded when it should be. */
const expectLoads = (trace: Trace, values: unknown, because: string) => {
  expect(trace).toGive(values, because);
  expect(trace).toRunAsPlanned(because);
};

test('loads the keys of one callback and its microtasks by one call, in the order in which they were asked for', async () => {
  expect(await loading(CAB)).toStartAt({ 'loadMany c a b': 0 }, ONE_CALL);
  const teams = { 'loadMany ann bob': 0, 'loadMany red blue': 53 };
  expect(await levels()).toStartAt(teams, ONE_CALL);
  expect(await loading({ 0: [...'cab', ...'xyz'] })).toStartAt({ 'loadMany 6 keys': 0 }, ONE_CALL);
  const many = await loading({ 0: Array.from({ length: 1009 }, (_, i) => `${i}`) });
  expect(many).toStartAt({ 'loadMany 1009 keys': 0 }, NO_LIMIT);
});

test('lets no time pass before that call, and calls for a later callback while another call is running', async () => {
  expectLoads(await loading({ ...CAB, 19: ['d'] }), ['C', 'A', 'B', 'D'], LATER);
  const ms = [0, 19, 20, 22, 59].map((at) => [at, [`user ${at}`, `team ${at}`]] as const);
  expect(await loading(Object.fromEntries(ms))).toRunAsPlanned(NO_TIME);
});

test('has a key once in a batch, however often it is asked for', async () => {
  const six = [...'cab', ...'acc'];
  expectLoads(await loading({ 0: six }), [...'CAB', ...'ACC'], ONCE);
  const check = async ({ it }: { it: unknown }) => {
    const value = { of: 'it' };
    const alone = { 0: [it, it] };
    expectLoads(await loading(alone, { answers: [{ gives: [value] }] }), [value, value], ANY_KEY);
    const answers = [{ gives: ['C', value] }];
    expectLoads(await loading({ 0: ['c', it, it] }, { answers }), ['C', value, value], ANY_KEY);
  };
  await eachValue(['it'], check, 'is a key, and is');
  const keys = [
    1,
    '1',
    { id: 1 },
    { id: 1 },
    Number.NaN,
    'constructor',
    '__proto__',
    Symbol('s'),
    0,
  ];
  const more = [Promise.resolve(1), 7];
  const gives = [...keys, ...more].map((_, i) => `v${i}`);
  const various = await loading(
    { 0: [...keys, ...more, Number.NaN, -0] },
    { answers: [{ gives }] },
  );
  expectLoads(various, [...gives, 'v4', 'v8'], AS_IN_A_MAP);
});

test('fulfils with the value in the place of the key, when loadMany fulfils', async () => {
  const check = async ({ c, a, b }: Record<'c' | 'a' | 'b', unknown>) => {
    const gives = [c, a, b];
    // An Error in the place of a key is no value.
    if (gives.some((value) => value instanceof Error)) return;
    for (const takes of [53, 0]) {
      const trace = await loading(CAB, { answers: [{ takes, gives }] });
      expect(trace).toGive([c, a, b], IN_ITS_PLACE);
      expect(trace).toTake(takes);
    }
  };
  await eachValue(['c', 'a', 'b'], check, 'has the value');
  const row = { id: 'c', key: 'c', error: 'none' };
  // A hole at the end is no place for some.
  const holes = Object.freeze(Object.assign(Array(3), { 1: row, 2: row }));
  const trace = await loading(CAB, { answers: [{ gives: holes }] });
  expect(trace).toGive([undefined, row, row], IN_ITS_PLACE);
});

test('rejects with the Error in the place of the key, and only the loads of that key', async () => {
  const check = async ({ it }: { it: unknown }) => {
    const answers = [{ gives: ['C', it, 'B'] }];
    if (!(it instanceof Error))
      expect(await loading(CAB, { answers })).toGive(['C', it, 'B'], ONLY_ERRORS);
    else expect(await loading(CAB, { answers, of: 1 })).toRejectWith(it, 53, ERROR_IN_PLACE);
  };
  const alike = { name: 'Error', message: 'not found', stack: 'none' };
  await eachReason(['it'], check, "is in the place of 'a', and is", [alike]);
  const twice = await loading(WITH_A_TWICE, { answers: [{ gives: ['C', NO_USER, 'B'] }] });
  expect(twice).toGive(['C', 'no such user', 'B', 'no such user'], ERROR_IN_PLACE);
});

test('rejects each load of the batch with the same reason when loadMany rejects or throws', async () => {
  const rejects = async (answer: Answer, reason: unknown, ms: number) => {
    for (const of of [0, 1, 2])
      expect(await loading(CAB, { answers: [answer], of })).toRejectWith(reason, ms, ALL_FAIL);
  };
  await eachReason(['loadMany'], async ({ loadMany: failsWith }) => {
    await rejects({ failsWith }, failsWith, 53);
    await rejects({ failsWith, takes: 0 }, failsWith, 0);
  });
  const check = ({ loadMany }: { loadMany: unknown }) => rejects({ throws: loadMany }, loadMany, 0);
  await eachReason(['loadMany'], check, 'throws');
});

test('rejects each load with a TypeError when there is not one place for each key', async () => {
  await eachCase(NO_LISTS, async (gives) => {
    const fails = async (asked: Asked, of: number) => {
      const trace = await loading(asked, { answers: [{ gives }], of });
      expect(trace).toFailWith({ name: 'TypeError' }, 53, NO_PLACE);
    };
    for (const of of [0, 1, 2, 3]) await fails(WITH_A_TWICE, of);
    await fails({ 0: ['a'] }, 0);
  });
});

test('loads a key again when it is asked for after the call of loadMany, whatever has become of that', async () => {
  expectLoads(await loading({ 0: ['a'], 7: ['a'], 61: ['a'] }), ['A', 'A', 'A'], AGAIN);
  const inside = await loading({ 0: ['c', 'a'] }, { answers: [{ asks: ['a', 'd', 'e'] }] });
  expectLoads(inside, ['C', 'A'], FROM_INSIDE);
  const values = ['A', ...Array(7).fill('no such user'), 'B', 'A'];
  const inTurn = () => loading(IN_TURN, { answers: FAILING });
  await again(inTurn, (trace) => {
    expect(trace).toRunAsPlanned(AGAIN);
    expect(trace).toGive(values, AGAIN);
  });
  await eachCase(NO_LISTS, async (gives) => {
    const trace = await loading({ 0: ['a'], 59: ['a'] }, { answers: [{ gives }], of: 1 });
    expect(trace).toGive('A', AGAIN);
  });
  // The first ones fail, and the others are still running.
  const often = Object.fromEntries(Array.from({ length: 36 }, (_, i) => [i * 5, ['a']]));
  const answers = Array.from({ length: 36 }, (_, i) =>
    i < 23 ? { takes: 3, failsWith: NO_USER } : { takes: 40_009 },
  );
  const last = await loading(often, { answers, of: 35 });
  expectLoads(last, 'A', AGAIN);
});

test('allows loadMany to change its array', async () => {
  const changes: Record<string, Answer['changes']> = {
    'When it sorts its array:': (keys) => keys.sort(),
    'When it empties its array:': (keys) => keys.splice(0),
    'When it takes two keys out of its array:': (keys) => keys.splice(0, 2),
    'When it adds a key to its array:': (keys) => keys.push('x'),
  };
  await eachCase(changes, async (changes) => {
    const trace = await loading({ ...WITH_A_TWICE, 19: ['c'] }, { answers: [{ changes }] });
    expectLoads(trace, ['C', 'A', 'B', 'A', 'C'], ITS_ARRAY);
  });
});

test('keeps the batches of two functions apart', async () => {
  // Which of the two calls first is free.
  const answers = [53, 53, 23, 23].map((takes) => ({ takes }));
  const two = () => loading({ ...CAB, 19: ['d'] }, { isTwo: true, answers });
  await together(two, (trace) => {
    expect(trace).toRunAsPlanned(APART);
    expect(trace).toGive(
      ['C', 'A', 'B', 'D'].map((value) => [value, value]),
      APART,
    );
  });
});
