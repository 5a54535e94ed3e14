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

const NEXT =
  'Work is in flight until its promise settles. As soon as fewer than n are in flight, whichever has ended, call the function of the call that waits longest.';

const NO_TIMER =
  'The code that runs when work settles can start the next one itself, and needs no timer for that.';

const ITS_OWN = 'A call settles when its own work does, whatever else is in flight.';

const FREE =
  'Work that has rejected is over, and so is an `f` that has thrown: its place is free, exactly once, and the others have nothing to do with that.';

const IN_LINE =
  'Hand a place over to the call that waits longest, in one step. While a place is free and its waiter has yet to wake up, a newcomer can take it.';

const OWN =
  'Each call has its own place and its own result, whatever function it gets, and whatever promise that returns.';

const APART = 'Each function that limit() returns counts only its own work.';

const AS_BEFORE = 'When all work has ended, all places are free, as at the beginning.';

/** A call: when it is made (at 0 unless told), and how its work goes. */
interface Asked {
  at?: number;
  /** 0: its function throws, or returns a promise that has already settled. */
  takes: number;
  gives?: unknown;
  failsWith?: unknown;
  throws?: unknown;
  /** It is a call of a second function, with the same limit. */
  isApart?: boolean;
}

type Calls = Readonly<Record<string, Asked>>;

interface Look {
  /** The call to wait for; otherwise all, and what they settle with is not asked. */
  of?: string;
  logs?: boolean;
}

/** When each piece of work starts and ends with `n` places, first come, first served. */
const planOf = (n: number, calls: Calls, of?: string): Plan => {
  const lines: [number[], number[]] = [[], []];
  const plans = Object.entries(calls).map(([name, { at = 0, takes, isApart, ...how }]) => {
    const ends = lines[isApart ? 1 : 0];
    // So many have ended when fewer than `n` of those before it are in flight.
    const room = ends.toSorted((a, b) => a - b)[ends.length - n] ?? 0;
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

/** Makes all of these calls, with a limit of `n`. */
const calling = (n: number, calls: Calls, { of, logs = false }: Look = {}) =>
  observe(
    ({ at, call, job, log }) => {
      const [run, other] = [limit(n), limit(n)];
      const made = Object.entries(calls).map(([name, { at: ms = 0, takes, ...how }]) => {
        const work = takes > 0 && job<unknown>(name, takes, how);
        const f = () => {
          if (logs) log(`'${name}' is called`);
          if (work) return work();
          if ('throws' in how) throw how.throws;
          return 'failsWith' in how ? Promise.reject(how.failsWith) : Promise.resolve(how.gives);
        };
        const make = () => (how.isApart ? other : run)(f);
        const begin = () => (of === name ? call(`run ${name}`, make) : make());
        return ms > 0 ? new Promise<void>((resolve) => at(ms, resolve)).then(begin) : begin();
      });
      if (of) {
        for (const one of made) one.catch(() => {});
        return made[Object.keys(calls).indexOf(of)]?.then((value) => ({ fulfilled: value }));
      }
      const known = Object.values(calls).flatMap((how) => [how.failsWith, how.throws]);
      // A bug in the code gets out; what becomes of a failure has its own tests.
      const quietly = (error: unknown) => known.includes(error) || Promise.reject(error);
      return Promise.all(made.map((one) => one.catch(quietly))).then(() => 'all have settled');
    },
    // A timer has its own test.
    { mayLeave: ['work', 'timer'], plan: planOf(n, calls, of) },
  );

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

/** 41 calls, of which nearly all reject or throw. */
const FAILING: Calls = Object.fromEntries(
  Object.entries(many(41)).map(([name, how], i) => {
    if (i % 7 === 5) return [name, { takes: 0, throws: REFUSED }];
    return [name, i % 17 === 0 ? how : { ...how, failsWith: REFUSED }];
  }),
);

/** Some come while others wait, and one when there may be a place. */
const LATER: Calls = {
  ...FIVE,
  f: { at: 5, takes: 7 },
  g: { at: 29, takes: 41 },
  h: { at: 37, takes: 19 },
};

/** Some come when all work has ended, again and again. */
const IDLE: Calls = {
  ...FIVE,
  f: { at: 97, takes: 19 },
  g: { at: 101, takes: 43 },
  h: { at: 103, takes: 5 },
  i: { at: 199, takes: 3 },
};

/** `LATER`, beside calls of another function, which are made at the same time. */
const BESIDE: Calls = Object.fromEntries(
  Object.entries(LATER).flatMap(([name, how]) => [
    [name, how],
    [`${name} apart`, { ...how, takes: how.takes + 2, isApart: true }],
  ]),
);

const thrower = () => {
  throw REFUSED;
};

/**
 * Those in `first` all end at 13 ms, while those in `waiting` wait. The end of 'a' asks for 'new'. If `throws`, the
 * function of the first one that waits throws.
 */
const newcomer = (later: Later, first: string[], waiting: string[], end: object, throws = false) =>
  observe(
    async ({ job }) => {
      const run = limit(first.length);
      const asked = new Promise<unknown>((resolve) => {
        const f = (name: string) => () => {
          const ended = job(name, 13, end)();
          const ask = () => resolve(later(() => run(job('new', 7))));
          if (name === 'a') ended.then(ask, ask);
          return ended;
        };
        for (const name of first) run(f(name)).catch(() => {});
      });
      if (throws) run(thrower).catch(() => {});
      await Promise.all(waiting.map((name) => run(job(name, 17))));
      return asked;
    },
    {
      mayLeave: ['work', 'timer'],
      plan: {
        ...Object.fromEntries(first.map((name) => [name, [0, 13]])),
        ...Object.fromEntries(waiting.map((name) => [name, [13, 30]])),
        new: waiting.length < first.length ? [13, 20] : [30, 37],
      },
    },
  );

/** All but 'b' get the very same function, which starts 'a'; or functions that return the very same promise. */
const theSame = (isPromise: boolean) =>
  observe(
    ({ job }) => {
      const run = limit(2);
      const a = job('a', 13);
      const shared = isPromise ? a() : undefined;
      let times = 0;
      const f = () => shared ?? a().then(() => `A${++times}`);
      return Promise.all([run(f), run(f), run(job('b', 11)), run(f), run(f)]);
    },
    {
      mayLeave: ['work', 'timer'],
      plan: {
        a: isPromise ? [0, 13] : [0, 0, 13, 24].map((start) => [start, start + 13] as const),
        b: [13, 24],
      },
    },
  );

/** The function of 'a' asks for 'b', and does not wait for it. */
const inside = (n: number) =>
  observe(
    ({ job }) => {
      const run = limit(n);
      return new Promise((resolve, reject) => {
        const f = () => {
          run(job('b', 17)).then(resolve, reject);
          return job('a', 13)();
        };
        run(f).catch(reject);
      });
    },
    { mayLeave: ['work', 'timer'], plan: { a: [0, 13], b: n === 1 ? [13, 30] : [0, 17] } },
  );

/** A call that waits for 'a', and one that does not. */
const both = async (how: Asked, check: (trace: Trace, ms: number) => void) => {
  const calls = { a: { takes: 13 }, b: how };
  check(await calling(2, calls, { of: 'b' }), how.takes);
  check(await calling(1, calls, { of: 'b' }), 13 + how.takes);
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
    for (const calls of [FIVE, LATER, many(23)])
      expect(await calling(n, calls)).toRunAsPlanned(NEXT);
  });
  expect(await calling(11, many(71))).toRunAsPlanned(NEXT);
});

test('has exactly n in flight while there is enough to do', async () => {
  await eachCase(LIMITS, async (n) => {
    expect(await calling(n, FIVE)).toPeakAt(Math.min(n, 5), NEXT);
  });
});

test('sets no timer', async () => {
  expect(await calling(2, LATER)).toSetTimers(0, NO_TIMER);
});

test('fulfils with the value of its work, whatever value it is', async () => {
  await eachValue(['b'], async ({ b }) => {
    for (const takes of [17, 0])
      await both({ takes, gives: b }, (trace) => {
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
      both({ takes, failsWith: b }, (trace, ms) => expect(trace).toRejectWith(b, ms, ITS_OWN)),
    );
  await eachReason(
    ['b'],
    ({ b }) =>
      both({ takes: 0, throws: b }, (trace, ms) => expect(trace).toRejectWith(b, ms, ITS_OWN)),
    'throws',
  );
});

test('frees the place of work that rejects, and of an f that throws, and goes on with the others', async () => {
  const [b, x] = [{ takes: 11 }, { takes: 7 }];
  const ends = [
    { takes: 13, failsWith: REFUSED },
    { takes: 0, failsWith: REFUSED },
    { takes: 0, throws: REFUSED },
  ];
  for (const a of ends) {
    const scenes: Calls[] = [
      { a, b },
      { x, a, b },
      { a, x, b },
    ];
    for (const calls of scenes) {
      const trace = await calling(1, calls, { of: 'b' });
      expect(trace).toGive({ fulfilled: 'B' }, FREE);
      expect(trace).toRunAsPlanned(FREE);
    }
    const lines = [0, 7, 7 + a.takes].map((ms, i) => [ms, `'${'xab'[i]}' is called`] as const);
    expect(await calling(1, { x, a, b }, { logs: true })).toLog(
      ...lines,
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
});

test('lets no call overtake one that waits, in whatever microtask it comes', async () => {
  const lines = [
    [['a'], ['b']],
    [
      ['a', 'x'],
      ['b', 'c'],
    ],
    [['a', 'x'], ['b']],
    [['a'], []],
  ] as const;
  for (const [end, throws] of [[{}], [{ fails: true }], [{}, true]] as const)
    for (const [first, waiting] of lines)
      await eachMoment("'new' is asked for", "'a' has ended", async (later) => {
        const trace = await newcomer(later, [...first], [...waiting], end, throws);
        expect(trace).toPeakAt(first.length, IN_LINE);
        expect(trace).toRunAsPlanned(IN_LINE);
      });
});

test('has a place and a result for each call, also for the same f or promise, and inside of an f', async () => {
  const functions = await theSame(false);
  expect(functions).toGive(['A1', 'A2', 'B', 'A3', 'A4'], OWN);
  expect(functions).toRunAsPlanned(OWN);
  const promises = await theSame(true);
  expect(promises).toRunAsPlanned(OWN);
  expect(promises).toGive(['A', 'A', 'B', 'A', 'A'], OWN);
  for (const n of [1, 2])
    expect(await inside(n)).toRunAsPlanned(
      "The place of 'a' is taken when its `f` is called, so also for a call that `f` itself makes.",
    );
});

test('has its own places in each function, and all of them again when all work has ended', async () => {
  expect(await calling(2, BESIDE)).toRunAsPlanned(APART);
  for (const repeat of [again, together])
    await repeat(
      () => calling(3, many(23)),
      (trace) => expect(trace).toRunAsPlanned(APART),
    );
  for (const n of [1, 2]) {
    const trace = await calling(n, IDLE);
    expect(trace).toGive('all have settled', AS_BEFORE);
    expect(trace).toRunAsPlanned(AS_BEFORE);
  }
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
