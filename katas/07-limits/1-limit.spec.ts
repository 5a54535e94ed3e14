import {
  again,
  eachCase,
  eachMoment,
  eachReason,
  eachValue,
  expect,
  type Later,
  observe,
  type Plan,
  type Trace,
  test,
  together,
} from '#lab';
import { limit } from './1-limit.ts';

const REFUSED = new Error('the server refused it');

const REASONS = [REFUSED, undefined, ''];

const NEXT =
  'Work is in flight until its promise settles. As soon as fewer than n are in flight, whichever has ended, call the function of the call that waits longest.';

const NO_TIMER =
  'The code that runs when work settles can start the next one itself, and needs no timer for that.';

const ITS_OWN = 'A call settles when its own work does, whatever else is in flight.';

const FREE =
  'Work that has rejected is over, and so is an `f` that has thrown: its place is free, exactly once, and the others have nothing to do with that.';

const IN_LINE =
  'A call waits as long as others wait before it, wherever it is made. So hand a place over to the call that waits longest, in one step: if it is free until that one wakes up, a newcomer can take it.';

const OWN =
  'Each call has its own place and its own result, whatever function it gets, and whatever promise that returns. So two calls take two places, and their ends free two.';

const APART = 'Each function that limit() returns counts only its own work, up to its own n.';

const INSIDE =
  "The place of 'a' is taken when its `f` is called, and free again when its work ends, or it throws. A call that this `f` makes is like any other.";

const AS_BEFORE =
  'An end frees one place, also if no call waits. When all work has ended, all are free, as at the beginning.';

/** A call: when it is made (at 0 unless told), and how its work goes. */
interface Asked {
  at?: number;
  /** 0: its function throws, or returns a promise that has already settled. */
  takes: number;
  gives?: unknown;
  failsWith?: unknown;
  throws?: unknown;
  /** It is a call of a second function, with a limit of so many more. */
  apart?: number;
  /** The function of this call makes it, at the time `at`; or the end of its work, or its throw, with `later`. */
  by?: string;
  later?: Later;
}

type Calls = Readonly<Record<string, Asked>>;

/** When each piece of work starts and ends with `n` places, first come, first served. */
const planOf = (n: number, calls: Calls, of?: string): Plan => {
  const lines: [number[], number[]] = [[], []];
  const plans = Object.entries(calls).map(([name, { at = 0, takes, apart, ...how }]) => {
    const ends = lines[apart === undefined ? 0 : 1];
    // So many have ended when there is a place: fewer of those before it are in flight.
    const room = ends.toSorted((a, b) => a - b)[ends.length - n - (apart ?? 0)] ?? 0;
    const start = Math.max(at, room);
    ends.push(start + takes);
    const fails = 'failsWith' in how || 'throws' in how;
    return {
      ...(name === of && { [`run ${name}`]: [at, start + takes, { fails }] }),
      ...(takes > 0 && { [name]: [start, start + takes] }),
    };
  });
  return Object.assign({}, ...plans);
};

/** Makes all of these calls, with a limit of `n`. Fulfils as the one `of` does; or with the names, as called. */
const calling = (n: number, calls: Calls, of?: string) =>
  observe(
    ({ at, call, job }) => {
      const run = limit(n);
      const more = Object.values(calls).find(({ apart }) => apart !== undefined)?.apart;
      const other = more === undefined ? run : limit(n + more);
      const called: string[] = [];
      const [inside, after] = [new Map<string, () => void>(), new Map<string, () => void>()];
      const make = ([name, { at: ms = 0, takes, by, later, apart, ...how }]: [string, Asked]) => {
        const work = takes > 0 && job<unknown>(name, takes, how);
        const f = () => {
          called.push(name);
          inside.get(name)?.();
          const ended = work ? work() : Promise.resolve();
          const ask = after.get(name);
          if (ask) ended.then(ask, ask);
          if (work) return ended;
          if ('throws' in how) throw how.throws;
          return 'failsWith' in how ? Promise.reject(how.failsWith) : Promise.resolve(how.gives);
        };
        const ask = () => (apart === undefined ? run : other)(f);
        const begin = () => (of === name ? call(`run ${name}`, ask) : ask());
        if (!by) return ms > 0 ? new Promise<void>((go) => at(ms, go)).then(begin) : begin();
        return new Promise<unknown>((go) => {
          if (later) after.set(by, () => go(later(begin)));
          else inside.set(by, () => go(begin()));
        });
      };
      // Those that others make have to be known first.
      const order = Object.entries(calls).toSorted(([, a], [, b]) => +!a.by - +!b.by);
      const made = new Map(order.map((one) => [one[0], make(one)]));
      const settled = Promise.allSettled(made.values());
      if (of) return made.get(of)?.then((value) => ({ fulfilled: value }));
      return settled.then(async () => {
        for (const [name, one] of made)
          await one.catch((error) => {
            if (!called.includes(name))
              throw new Error(`'${name}' rejected, and its f was never called: ${error}`);
            // A bug in the code gets out; what becomes of a failure has its own tests.
            if (error !== (calls[name]?.throws ?? calls[name]?.failsWith)) throw error;
          });
        return { called };
      });
    },
    // A timer has its own test.
    { mayLeave: ['work', 'timer'], plan: planOf(n, calls, of) },
  );

/** The names of these calls in the order in which their work starts, also within one millisecond. */
const orderOf = (n: number, calls: Calls) => {
  const starts = Object.entries(planOf(n, calls) as Readonly<Record<string, readonly number[]>>);
  return starts.toSorted(([, [a = 0]], [, [b = 0]]) => a - b).map(([name]) => name);
};

/** Five calls at once, which end in another order than they start. */
const FIVE: Calls = {
  a: { takes: 31 },
  b: { takes: 11 },
  c: { takes: 17 },
  d: { takes: 23 },
  e: { takes: 13 },
};

/** So many calls at once. */
const many = (count: number): Calls =>
  Object.fromEntries(
    Array.from({ length: count }, (_, i) => [`no. ${i + 1}`, { takes: 3 + ((i * 7) % 11) }]),
  );

/** 41 calls, of which nearly all reject or throw, with one of the reasons. */
const FAILING: Calls = Object.fromEntries(
  Object.entries(many(41)).map(([name, how], i) => {
    const reason = REASONS[i % REASONS.length];
    if (i % 7 === 5) return [name, { takes: 0, throws: reason }];
    return [name, i % 17 === 0 ? how : { ...how, failsWith: reason }];
  }),
);

/** Some come while others wait, and one when there may be a place. */
const LATER: Calls = {
  ...FIVE,
  f: { at: 5, takes: 7 },
  g: { at: 29, takes: 41 },
  h: { at: 37, takes: 19 },
};

/** Some come when all work has ended, again and again; or when one has ended, beside another, and none waits. */
const IDLE: Calls = {
  ...FIVE,
  f: { at: 97, takes: 19 },
  g: { at: 101, takes: 43 },
  h: { at: 103, takes: 5 },
  i: { at: 127, takes: 31 },
  j: { at: 128, takes: 3 },
  k: { at: 199, takes: 3 },
};

/** `LATER`, beside calls of another function, which are made at the same time. */
const beside = (apart: number): Calls =>
  Object.fromEntries(
    Object.entries(LATER).flatMap(([name, how]) => [
      [name, how],
      [`${name} apart`, { ...how, takes: how.takes + 2, apart }],
    ]),
  );

/** Three calls get the very same function, which starts 'a'; or functions that return the very same promise. */
const theSame = (isPromise: boolean, fails = false) =>
  observe(
    ({ job }) => {
      const run = limit(2);
      const a = job('a', 13, { fails });
      const shared = isPromise ? a() : undefined;
      let times = 0;
      const f = () => shared ?? a().then(() => `A${++times}`);
      const same = () => run(isPromise ? () => f() : f).catch(() => 'failed');
      const b = run(job('b', 11));
      return Promise.all([b, same(), same(), same(), run(job('c', 11)), run(job('d', 11))]);
    },
    {
      mayLeave: ['work', 'timer'],
      plan: {
        b: [0, 11],
        a: isPromise ? [0, 13] : [0, 11, 13].map((start) => [start, start + 13] as const),
        c: isPromise ? [13, 24] : [24, 35],
        d: isPromise ? [13, 24] : [26, 37],
      },
    },
  );

/** The function of 'a' makes the call of 'b': in the call of 'a', or when 'a' has waited and 'c' still does. */
const INSIDE_CALLS = [
  [1, { a: { takes: 13 }, b: { takes: 17, by: 'a' } }],
  [2, { a: { takes: 13 }, b: { takes: 17, by: 'a' } }],
  [1, { x: { takes: 5 }, a: { takes: 13 }, c: { takes: 11 }, b: { at: 5, takes: 17, by: 'a' } }],
] as const;

/** A call that waits for 'a', one that does not, and one beside another that ends in the same way, with REFUSED. */
const each = async (how: Asked, check: (trace: Trace, ms: number) => void) => {
  const calls = { a: { takes: 13 }, b: how };
  check(await calling(2, calls, 'b'), how.takes);
  check(await calling(1, calls, 'b'), 13 + how.takes);
  const ends = Object.keys(how).map((key) => [key, REFUSED]);
  const c = { ...Object.fromEntries(ends), takes: how.takes };
  check(await calling(2, { b: how, c }, 'b'), how.takes);
};

const LIMITS = Object.fromEntries(
  [2, 1, 3, 4, 5, 6, Number.MAX_SAFE_INTEGER, Infinity].map((n) => [
    n === 2 ? '' : `With n = ${n}:`,
    n,
  ]),
);

test('calls each f once, as soon as fewer than n are in flight, in the order of the calls', async () => {
  expect(await calling(2, FIVE)).toRunAsPlanned(NEXT);
  await eachCase(LIMITS, async (n) => {
    for (const calls of [FIVE, LATER, many(23)]) {
      const trace = await calling(n, calls);
      expect(trace).toRunAsPlanned(NEXT);
      expect(trace).toGive({ called: orderOf(n, calls) }, NEXT);
    }
  });
  for (const n of [3, 101, Infinity]) expect(await calling(n, many(107))).toRunAsPlanned(NEXT);
});

test('has exactly n in flight while there is enough to do', async () => {
  await eachCase(LIMITS, async (n) => {
    expect(await calling(n, FIVE)).toPeakAt(Math.min(n, 5), NEXT);
  });
});

test('sets no timer', async () => {
  await eachCase(LIMITS, async (n) => {
    expect(await calling(n, LATER)).toSetTimers(0, NO_TIMER);
  });
  expect(await calling(3, many(107))).toSetTimers(0, NO_TIMER);
});

test('fulfils with the value of its work, whatever value it is', async () => {
  await eachValue(['b'], async ({ b }) => {
    for (const takes of [17, 0])
      await each({ takes, gives: b }, (trace) => {
        expect(trace).toGive(
          { fulfilled: b },
          'Work may fulfil with any value, also with one that is falsy, or an Error.',
        );
        expect(trace).toRunAsPlanned(ITS_OWN);
      });
  });
});

test('rejects with the same reason when its work rejects, or f throws', async () => {
  for (const takes of [17, 0])
    await eachReason(['b'], ({ b }) =>
      each({ takes, failsWith: b }, (trace, ms) => expect(trace).toRejectWith(b, ms, ITS_OWN)),
    );
  await eachReason(
    ['b'],
    ({ b }) =>
      each({ takes: 0, throws: b }, (trace, ms) => expect(trace).toRejectWith(b, ms, ITS_OWN)),
    'throws',
  );
});

test('frees the place of work that rejects, and of an f that throws, and goes on with the others', async () => {
  const [b, x] = [{ takes: 11 }, { takes: 7 }];
  const ends = REASONS.flatMap((reason) => [
    { takes: 13, failsWith: reason },
    { takes: 0, failsWith: reason },
    { takes: 0, throws: reason },
  ]);
  for (const a of ends) {
    const scenes: Calls[] = [
      { a, b },
      { x, a, b },
      { a, x, b },
    ];
    for (const calls of scenes) {
      const trace = await calling(1, calls, 'b');
      expect(trace).toGive({ fulfilled: 'B' }, FREE);
      expect(trace).toRunAsPlanned(FREE);
    }
    expect(await calling(1, { x, a, b })).toGive(
      { called: ['x', 'a', 'b'] },
      'Each call calls its `f` once. A rejection or a throw is the end of that work.',
    );
  }
  const late = { at: 997, takes: 5 };
  for (const n of [1, 3]) {
    const trace = await calling(n, { ...FAILING, x: late, y: late, z: late });
    expect(trace).toPeakAt(n, FREE);
    expect(trace).toRunAsPlanned(FREE);
    expect(trace).toSetTimers(0, NO_TIMER);
  }
  expect(await theSame(true, true)).toRunAsPlanned(OWN);
});

test('lets no call overtake one that waits, in whatever microtask it comes', async () => {
  const rows = (names: string[], how: Asked): Calls =>
    Object.fromEntries(names.map((name) => [name, how]));
  const lines: [string[], string[]][] = [
    [['a'], ['b']],
    [
      ['a', 'x'],
      ['b', 'c'],
    ],
    [['a', 'x'], ['b']],
    [['a'], []],
  ];
  for (const how of ['fulfils', 'fails', 'another throws', 'has waited'])
    for (const [first, waiting] of lines)
      await eachMoment("'new' is asked for", "'a' has ended", async (later) => {
        const since = how === 'has waited' ? 5 : 0;
        const before = since > 0 ? first.map((name) => `before ${name}`) : [];
        const trace = await calling(first.length, {
          ...rows(before, { takes: since }),
          ...rows(first, { takes: 13, ...(how === 'fails' && { failsWith: REFUSED }) }),
          ...(how === 'another throws' && { t: { takes: 0, throws: REFUSED } }),
          ...rows(waiting, { takes: 17 }),
          new: { at: since + 13, takes: 7, by: 'a', later },
        });
        expect(trace).toPeakAt(first.length, IN_LINE);
        expect(trace).toRunAsPlanned(IN_LINE);
      });
  await eachMoment("'new' is asked for", "'a' has thrown", async (later) => {
    const [a, b] = [
      { takes: 0, throws: REFUSED },
      { takes: 17, by: 'a' },
    ];
    const calls = { a, b, new: { takes: 7, by: 'a', later } };
    expect(await calling(1, calls)).toRunAsPlanned(IN_LINE);
  });
});

test('has a place and a result for each call, also for the same f or promise, and inside of an f', async () => {
  for (const isPromise of [false, true]) {
    const trace = await theSame(isPromise);
    expect(trace).toRunAsPlanned(OWN);
    const given = isPromise ? ['A', 'A', 'A'] : ['A1', 'A2', 'A3'];
    expect(trace).toGive(['B', ...given, 'C', 'D'], OWN);
  }
  for (const [n, calls] of INSIDE_CALLS) {
    const trace = await calling(n, calls);
    expect(trace).toRunAsPlanned(INSIDE);
    expect(trace).toSetTimers(0, NO_TIMER);
  }
});

test('has its own places in each function, and all of them again when all work has ended', async () => {
  for (const more of [0, 1]) expect(await calling(2, beside(more))).toRunAsPlanned(APART);
  for (const repeat of [again, together])
    await repeat(
      () => calling(3, many(23)),
      (trace) => expect(trace).toRunAsPlanned(APART),
    );
  for (const n of [1, 2]) expect(await calling(n, IDLE)).toRunAsPlanned(AS_BEFORE);
});

test('throws a RangeError in the call of limit() for a number that is no limit', async () => {
  for (const n of [0, -1, 1.5, 0.5, Number.NaN, -Infinity]) {
    const trace = await observe(async () => {
      limit(n);
      return `limit(${n}) has thrown no error`;
    });
    expect(trace).toFailWith(
      { name: 'RangeError' },
      0,
      'That is no number of places: throw a RangeError in the call of limit().',
    );
  }
});
