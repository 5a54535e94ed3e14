import {
  again,
  eachCase,
  eachReason,
  eachValue,
  expect,
  explore,
  type Lab,
  observe,
  type Trace,
  test,
  together,
} from '#lab';
import { mapLimit } from './4-map-limit.ts';

const NO_BREAD = new Error('no bread');

const ROOM =
  'There is room for an item when fewer than n calls are running. Read it when there is room, and not before: until then it stays in the source.';

const PLACES = 'As soon as one of n calls has ended, whichever it is, there is room for the next.';

const ONCE = 'Each item is a call of its own, and that item is the only argument.';

const FIRST = 'The first failure is the result, at the moment when it happens.';

const NO_MORE = 'A call had failed, so there is no use for results: call and ask for nothing more.';

const LATE =
  'A call had failed while the source was making this item. Code that awaits an item has to look again when it comes.';

const SHARED = `${ONCE} f may return the promise of an earlier call: count the calls, and not the promises.`;

const CLOSED =
  'A call has failed, so no item will be read any more. The source has to know that: it may hold a file or a connection open.';

const THROWN = `f threw: that is a failure of f, and not of the source. ${CLOSED}`;

const CLOSED_ONCE =
  'Two calls failed, and the first failure had closed the source. A connection may go back to its pool twice.';

const BROKEN = 'The source has failed, so the results cannot be complete: pass on its reason.';

const APART =
  'Two calls of mapLimit know nothing of each other, also when they get the same list and the same function.';

const NO_TIMER = 'No caller asks for a wait, and a promise calls its handlers by itself.';

const WHOLE = 'With such an n no sensible number of calls can run: reject before anything is read.';

/** A call of `f`. */
interface Call {
  /** 0: it throws, or returns a promise that has already rejected. */
  takes: number;
  /** Its name, unless told. */
  item?: unknown;
  gives?: unknown;
  failsWith?: unknown;
  throws?: unknown;
}

type Calls = Readonly<Record<string, Call>>;

/** With `takes`, it is an async one. */
type Source = NonNullable<Parameters<Lab['source']>[2]>;

/** Its iterator may have these methods only. */
type From = Source & { has?: 'next()' | 'next() and return()' };

type Read = Iterable<unknown> | AsyncIterable<unknown>;

/** The calls that start: when each one is asked for, starts and ends. After the first failure none does. */
const timesOf = (calls: Calls, n: number, { takes: reading = 0 }: Source) => {
  const times: { name: string; asked: number; start: number; end: number }[] = [];
  let failsAt = Infinity;
  let came = 0;
  for (const [i, [name, call]] of Object.entries(calls).entries()) {
    // There is room when all but n - 1 of the calls before have ended.
    const ends = times.map(({ end }) => end).sort((a, b) => a - b);
    const asked = Math.max(came, ends[i - n] ?? 0);
    came = asked + (typeof reading === 'number' ? reading : (reading[i] ?? 0));
    if (came >= failsAt) break;
    const end = came + call.takes;
    times.push({ name, asked, start: came, end });
    if ('failsWith' in call || 'throws' in call) failsAt = Math.min(failsAt, end);
  }
  return { times, failsAt };
};

const planOf = (calls: Calls, n: number, source: Source) => {
  const { times, failsAt } = timesOf(calls, n, source);
  const started = times.filter(({ start, end }) => end > start);
  const fails = Number.isFinite(failsAt);
  const last = fails ? failsAt : Math.max(0, ...times.map(({ end }) => end));
  return {
    mapLimit: [0, last, { fails }] as const,
    ...Object.fromEntries(started.map(({ name, start, end }) => [name, [start, end] as const])),
  };
};

/** An `f` that makes each of these calls once, found by its item. */
const fOf = ({ job }: Lab, calls: Calls) => {
  const waiting = Object.entries(calls).map(([name, { takes, ...how }]) => {
    const options = { gives: name.toUpperCase(), ...how };
    const isJob = takes > 0;
    const work = isJob ? job<unknown>(name, takes, options) : () => Promise.reject(how.failsWith);
    return { item: name as unknown, ...how, work };
  });
  const items = waiting.map(({ item }) => item);
  const f = (item: unknown) => {
    const i = waiting.findIndex((one) => Object.is(one.item, item));
    const [one] = i < 0 ? [] : waiting.splice(i, 1);
    if (!one) return job<unknown>('a call too many', 1, { fails: true })();
    if ('throws' in one) throw one.throws;
    return one.work();
  };
  return { items, f };
};

/** Something whose iterator has these methods, and no others. */
const bare = (methods: Record<string, () => unknown>, key: symbol = Symbol.iterator) =>
  ({ [key]: () => methods }) as unknown as Iterable<unknown>;

const withMethods = (source: Generator | AsyncGenerator, { has }: From): Read => {
  const methods = { next: () => source.next(), return: () => source.return(undefined) };
  const key = Symbol.asyncIterator in source ? Symbol.asyncIterator : Symbol.iterator;
  if (has === 'next()') return bare({ next: methods.next }, key);
  return has ? bare(methods, key) : source;
};

/** Maps the items of these calls, which come from a source, unless they are in a list. */
const mapping = (calls: Calls, n: number, from: From | 'list' = {}) => {
  const options: From = from === 'list' ? {} : from;
  return observe(
    (lab) => {
      const { items, f } = fOf(lab, calls);
      const source = withMethods(lab.source('items', items, options), options);
      return lab.call('mapLimit', () => mapLimit(from === 'list' ? items : source, n, f));
    },
    // After a failure, the other calls run on.
    { plan: planOf(calls, n, options), mayLeave: ['work'] },
  );
};

/** With two places, 'c' starts at 13 ms, 'd' at 31 ms and 'e' at 36 ms. */
const five = (more: Calls = {}): Calls => ({
  a: { takes: 31 },
  b: { takes: 13 },
  c: { takes: 23 },
  d: { takes: 17 },
  e: { takes: 7 },
  ...more,
});

/** 'b' fails at 13 ms; 'a' runs on until 31 ms. */
const failing = (b: Partial<Call> = { failsWith: NO_BREAD }) => five({ b: { takes: 13, ...b } });

const FAILURES = [
  { failsWith: NO_BREAD },
  { failsWith: undefined },
  { takes: 0, throws: NO_BREAD },
];

/** There are three places. 'b' fails at 21 ms, while the source makes another item, which comes at 39 ms. */
const awaiting = (more: Calls = { c: { takes: 5 } }, source: Source = {}) =>
  mapping({ a: { takes: 97 }, b: { takes: 13, failsWith: NO_BREAD }, ...more }, 3, {
    takes: [3, 5, 31],
    ...source,
  });

/** So many calls, of up to 29 ms. */
const many = (n: number): Calls =>
  Object.fromEntries(Array.from({ length: n }, (_, i) => [`${i}`, { takes: ((i * 11) % 29) + 1 }]));

/** Sources that have each item at hand. */
const AT_HAND: Record<string, Source> = {
  'With a generator:': {},
  'With an async generator:': { takes: 0 },
};

/** Sources whose iterator has these methods only. */
const withOnly = (has: NonNullable<From['has']>): Record<string, From> => ({
  [`With an iterator that has only ${has}:`]: { has },
  [`With an async iterator that has only ${has}:`]: { has, takes: 0 },
});

const END = { done: true, value: 'the end' };

/** An iterator of these values, whose `done` comes only at the end; it throws where NO_BREAD stands. */
const lean = (...values: unknown[]) => {
  const next = () => {
    const value = values.shift() ?? END;
    if (value === NO_BREAD) throw value;
    return value === END ? END : { value };
  };
  return bare({ next });
};

const KINDS: Record<string, () => Read> = {
  'With a Set:': () => new Set(['a', 'b', 'c']),
  'With the values of a Map:': () => new Map([...'abc'].entries()).values(),
  'With a text, whose items are its letters:': () => 'abc',
  'With an iterator that has only next():': () => lean('a', 'b', 'c'),
};

const knownError = (error: unknown) => {
  if (error !== NO_BREAD) throw error;
};

const toLists = (items: Read) => observe(() => mapLimit(items, 2, async (item) => [item]));

test('fulfils with the results in the order of the items, whatever values they are', async () => {
  expect(await mapping(five(), 2)).toGive(['A', 'B', 'C', 'D', 'E']);
  expect(await mapping(many(150), 7)).toGive(Object.keys(many(150)));
  await eachValue(['a', 'b'], async ({ a, b }) => {
    const calls = { a: { takes: 13, gives: a }, b: { takes: 7, gives: b } };
    expect(await mapping(calls, 2)).toGive([a, b]);
  });
  const isKept = async ({ 'an item': it }: { 'an item': unknown }) =>
    expect(await toLists([it, 'last'])).toGive([[it], ['last']]);
  await eachValue(['an item'], isKept, 'is');
  await eachCase(KINDS, async (kind) => {
    expect(await toLists(kind())).toGive([['a'], ['b'], ['c']]);
  });
  for (const from of ['list', {}, { takes: 7 }] as const)
    expect(await mapping({}, 2, from)).toGive([], 'There are no items, so there are no results.');
});

test('calls f once for each item, n at a time, and the next one as soon as there is room', async () => {
  await eachCase({ 'With a list:': 'list' as const, ...AT_HAND }, async (from) => {
    for (const n of [2, 1, 3, 5, Infinity, Number.MAX_SAFE_INTEGER])
      expect(await mapping(five(), n, from)).toRunAsPlanned(PLACES);
  });
  await explore(['a', 'b', 'c', 'd'], async ({ a, b, c, d }) => {
    const calls = { a: { takes: a }, b: { takes: b }, c: { takes: c }, d: { takes: d } };
    expect(await mapping(calls, 2)).toRunAsPlanned(PLACES);
  });
  for (const n of [3, Infinity]) expect(await mapping(many(150), n)).toRunAsPlanned(PLACES);
  const equal = five({ b: { takes: 13, item: 'a' }, d: { takes: 17, item: 'a' } });
  expect(await mapping(equal, 2)).toRunAsPlanned(ONCE);
  expect(await mapping(equal, 2)).toGive(['A', 'B', 'C', 'D', 'E'], ONCE);
  const sharing = ({ job, log }: Lab) => {
    const shared = job('shared', 13)();
    const f = (...args: unknown[]) => {
      log(`f(${args.join(', ')})`);
      return shared;
    };
    return mapLimit(['a', 'a', 'b'], 2, f);
  };
  const trace = await observe(sharing);
  expect(trace).toLog([0, 'f(a)'], [0, 'f(a)'], [13, 'f(b)'], SHARED);
  expect(trace).toGive(['SHARED', 'SHARED', 'SHARED'], SHARED);
});

test('asks for an item only when there is room for its call', async () => {
  const slow = { 'With items that take 11 ms:': { takes: 11 } };
  await eachCase({ ...AT_HAND, ...slow }, async (source) => {
    for (const n of [2, 1, 3, Infinity]) {
      const trace = await mapping(five(), n, source);
      const items = timesOf(five(), n, source).times.map(({ asked }) => asked);
      expect(trace).toAsk({ items }, ROOM);
      expect(trace).toRunAsPlanned(
        'Where there is room, a call starts as soon as its item has come.',
      );
    }
  });
});

test('rejects with the reason of the first failure of f, at that moment', async () => {
  const rejects = async ({ b }: { b: unknown }) => {
    expect(await mapping(failing({ failsWith: b }), 2)).toRejectWith(b, 13, FIRST);
    expect(await mapping(failing({ takes: 0, failsWith: b }), 2)).toRejectWith(b, 0, FIRST);
    // All items have been read.
    expect(await mapping(failing({ failsWith: b }), 7)).toRejectWith(b, 13, FIRST);
    expect(await mapping(five({ e: { takes: 7, failsWith: b } }), 2)).toRejectWith(b, 43, FIRST);
    const both = { ...failing({ failsWith: b }), a: { takes: 31, failsWith: 'too late' } };
    expect(await mapping(both, 3, 'list')).toRejectWith(b, 13, FIRST);
  };
  await eachReason(['b'], rejects, 'rejects with', [new Error('b failed', { cause: NO_BREAD })]);
  const throws = async ({ b }: { b: unknown }) =>
    expect(await mapping(failing({ takes: 0, throws: b }), 2)).toRejectWith(b, 0, FIRST);
  await eachReason(['b'], throws, 'throws');
  // It is awaiting an item, or the end, and what fails after that stands first in the list, or is the source.
  for (const more of [{ c: { takes: 5 } }, {}] as Calls[]) {
    const first = { ...more, a: { takes: 23, failsWith: 'too late' } };
    expect(await awaiting(first)).toRejectWith(NO_BREAD, undefined, FIRST);
    const source = { failsWith: 'the source is too late' };
    expect(await awaiting(more, source)).toRejectWith(NO_BREAD, undefined, FIRST);
  }
});

test('after a failure asks for no item and calls nothing, also when an item is on its way', async () => {
  await eachCase({ ...AT_HAND, ...withOnly('next()') }, async (source) => {
    for (const failure of FAILURES) {
      const trace = await mapping(failing(failure), 2, source);
      expect(trace).toAsk({ items: [0, 0] }, NO_MORE);
      if (!('throws' in failure)) expect(trace).toStartAt({ a: 0, b: 0 }, NO_MORE);
    }
  });
  const trace = await awaiting();
  expect(trace).toStartAt({ a: 3, b: 8 }, LATE);
  expect(trace).toAsk({ items: [0, 3, 8] }, NO_MORE);
});

test('after a failure of f closes the iterator, if that can be closed', async () => {
  const closesWith = 'it cannot be closed';
  await eachCase({ ...AT_HAND, ...withOnly('next() and return()') }, async (source) => {
    expect(await mapping(failing(), 2, source)).toClose({ items: 13 }, CLOSED);
    expect(await mapping(failing(), 1, source)).toClose({ items: 44 }, CLOSED);
    const throws = { takes: 0, throws: NO_BREAD };
    expect(await mapping(five({ b: throws }), 2, source)).toClose({ items: 0 }, THROWN);
    expect(await mapping(five({ c: throws }), 2, source)).toClose({ items: 13 }, THROWN);
    const trace = await mapping(failing(), 2, { ...source, closesWith });
    expect(trace).toRejectWith(NO_BREAD, 13, FIRST);
  });
  expect(await awaiting()).toClose({ items: 39 }, CLOSED);
  expect(await awaiting(undefined, { closesWith })).toRejectWith(NO_BREAD, undefined, FIRST);
  const twice = async ({ log, job }: Lab) => {
    const takes = [7, 11].values();
    const close = () => {
      log('return()');
      return END;
    };
    const f = (ms: unknown) => job('call', Number(ms), { fails: true })();
    await mapLimit(bare({ next: () => takes.next(), return: close }), 2, f).catch(() => {});
  };
  expect(await observe(twice, { mayLeave: ['work'] })).toLog([7, 'return()'], CLOSED_ONCE);
  await eachCase({ ...withOnly('next()'), 'With a list:': 'list' as const }, async (from) => {
    expect(await mapping(failing(), 2, from)).toRejectWith(NO_BREAD, 13, FIRST);
  });
});

test('rejects with the reason of the iterator, if that throws or rejects', async () => {
  const calls = { a: { takes: 31 }, b: { takes: 13, failsWith: 'too late' } };
  const two = { a: { takes: 31 }, b: { takes: 13 } };
  await eachReason(['items'], async ({ items: failsWith }) => {
    for (const source of Object.values(AT_HAND)) {
      const from = { ...source, failsWith };
      expect(await mapping({}, 2, from)).toRejectWith(failsWith, 0, BROKEN);
      expect(await mapping(calls, 3, from)).toRejectWith(failsWith, 0, BROKEN);
      expect(await mapping(two, 2, from)).toRejectWith(failsWith, 13, BROKEN);
    }
    // The items come at 7 and 14 ms. There is room for more than one, and no call may be running.
    const from = { takes: 7, failsWith };
    expect(await mapping(calls, 3, from)).toRejectWith(failsWith, 21, BROKEN);
    expect(await mapping({ a: { takes: 5 }, b: { takes: 3 } }, 5, from)).toRejectWith(
      failsWith,
      21,
    );
  });
  const broken = await observe(
    ({ job }) => {
      const f = (name: unknown) => job(`${name}`, name === 'a' ? 31 : 13)();
      return mapLimit(lean('a', 'b', NO_BREAD, 'd'), 2, f).catch(knownError);
    },
    { mayLeave: ['work'] },
  );
  expect(broken).toStartAt({ a: 0, b: 0 }, BROKEN);
});

test('rejects with a RangeError and asks for nothing, if n is no whole number of at least 1', async () => {
  const bad = [0, -1, 1.5, Number.NaN, 0.5, -Infinity].map((n) => [`When n is ${n}:`, n] as const);
  await eachCase(Object.fromEntries(bad), async (n) => {
    const trace = await mapping(five(), n);
    expect(trace).toAsk({ items: [] }, WHOLE);
    expect(trace).toFailWith({ name: 'RangeError' }, 0, WHOLE);
  });
});

test('keeps two calls apart', async () => {
  const scene = () =>
    observe(
      async ({ job, call }) => {
        const list = ['x', 'y', 'x'];
        const takes = [7, 11, 13, 17, 19, 5].values();
        let calls = 0;
        const f = (item: string) => job(`${item} ${++calls}`, takes.next().value ?? 1)();
        const one = async () => (await call('mapLimit', () => mapLimit(list, 1, f))).join(' ');
        return Promise.all([one(), one()]);
      },
      {
        plan: {
          'x 1': [0, 7],
          'x 2': [0, 11],
          'y 3': [7, 20],
          'y 4': [11, 28],
          'x 5': [20, 39],
          'x 6': [28, 33],
        },
      },
    );
  const check = (trace: Trace) => {
    expect(trace).toRunAsPlanned(APART);
    expect(trace).toGive(['X 1 Y 3 X 5', 'X 2 Y 4 X 6'], APART);
  };
  await again(scene, check);
  await together(scene, check);
  const [one] = await Promise.all([mapping(five(), 2), mapping(failing(), 2)]);
  expect(one).toGive(['A', 'B', 'C', 'D', 'E'], APART);
});

test('sets no timer', async () => {
  for (const calls of [five(), failing()]) expect(await mapping(calls, 2)).toSetTimers(0, NO_TIMER);
});
