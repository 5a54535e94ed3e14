import {
  again,
  eachCase,
  eachReason,
  expect,
  explore,
  observe,
  type Trace,
  test,
  together,
} from '#lab';
import { Tally } from './1-tally.ts';

/** How long a count takes from the call of `add` on, and how it ends. */
interface Count {
  /** When `add` is called. */
  at?: number;
  /** 0: it throws, or has settled when it returns. */
  takes: number;
  gives?: number;
  failsWith?: unknown;
  throws?: unknown;
}

type Counts = Readonly<Record<string, Count>>;

/** All are called at 0 ms, and they end in another order. */
const ROOMS: Counts = {
  mill: { takes: 31, gives: 5 },
  van: { takes: 11, gives: 7 },
  cellar: { takes: 23, gives: 1 },
};

const CLOSED = new Error('nobody is there');

/** What code may take for something else that knows errors well, or adds whatever comes. */
const ODD_REASONS = () => [
  7,
  () => 'a function',
  new Error('no answer', { cause: new Error('the line is cut') }),
  new DOMException('too late', 'TimeoutError'),
  new (class Shut extends Error {})('shut'),
];

const NO_WAIT =
  'Call each count once, during the call of add(), with no arguments. It does not wait for other counts.';

const LONG =
  'A count may take long: this one takes almost three hours. Nothing ends it but its own end.';

const ONCE = 'A failure is passed on to the caller, who may call add() again. Call no count twice.';

const ITS_END = 'add() has done its work when its count has fulfilled, and not earlier or later.';

const LOST =
  '7 is lost here. What did your code read before the wait, and use after it? `total += await …` reads total first, then waits, then writes. So does `total + (await …)`.';

const AFTER =
  'A number is in total when the promise of add() fulfils, and the next one is added to it.';

const NEW = 'A new tally begins at the number 0, and each one has its own total.';

const NOW =
  'Each number is in total as soon as its count has fulfilled, and not earlier, whatever the others do.';

const TIE =
  'Two counts fulfil here, one right after the other. Each number is added to the total of that moment, before its add() fulfils: no await may come between the read of total and the write.';

const MANY =
  'add() is called a thousand times here. The counts of 1, 2, 3 … that it has called by 17 ms fulfil then, in one callback. Each number is added.';

const AT_ONCE = 'Nothing takes time here but the counts, and they end at 17 ms.';

const TIED =
  'Two counts fulfil here, and three reject, in one callback at 17 ms. Each call settles as its own count does.';

const TRUTH = 'A number is added as it is, whatever it is and whatever the total is.';

const HAS_FAILED = 'A count that rejects or throws adds nothing. The others count.';

const GOES_ON = 'The failure belongs to one call only. The other counts run on, and are added.';

const EACH =
  'Both tallies get the same function twice, and one promise twice; then a gets both again. Each call calls its count and adds once, to its own tally.';

const INSIDE =
  'The count of 5 has called add() itself, with the count of 7, and that with the count of 1.';

/** What a call says. An error that no count has failed with gets out. */
const failed = (error: unknown, { failsWith, throws }: Count) => {
  if (!Object.is(error, failsWith) && !Object.is(error, throws)) throw error;
};

const fails = (count: Count) => 'failsWith' in count || 'throws' in count;

/** Each is added at its time. The total is logged first, when a call has settled, and at the times to look at it. */
const counting = (counts: Counts, looks: number[] = []) =>
  observe(
    ({ at, call, job, log, sleep }) => {
      const tally = new Tally();
      const tell = () => {
        const { total } = tally;
        log(`total: ${typeof total === 'number' ? total : `a ${typeof total}`}`);
      };
      tell();
      for (const ms of looks) at(ms, tell);
      const calls = Object.entries(counts).map(([name, count]) => {
        const { at: ms = 0, takes } = count;
        const work = takes > 0 ? job<unknown>(name, takes, count) : settled(count);
        const begin = () => call(`add ${name}`, () => tally.add(work as () => Promise<number>));
        const added = ms > 0 ? sleep(ms).then(begin) : begin();
        return added.catch((error) => failed(error, count)).then(tell);
      });
      return Promise.all(calls);
    },
    { plan: planOf(counts) },
  );

/** It ends in its call. */
const settled = (count: Count) => () => {
  if ('throws' in count) throw count.throws;
  return 'failsWith' in count ? Promise.reject(count.failsWith) : Promise.resolve(count.gives);
};

/** When each call and each count starts and ends. */
const planOf = (counts: Counts) => {
  const plans = Object.entries(counts).flatMap(([name, count]) => {
    const { at = 0, takes } = count;
    const span = [at, at + takes] as const;
    const call = [`add ${name}`, [...span, { fails: fails(count) }]];
    return takes > 0 ? [call, [name, span]] : [call];
  });
  return Object.fromEntries(plans);
};

/** The total at each end, and at each time to look at it. */
const linesOf = (counts: Counts, looks: number[] = []) => {
  const all = Object.values(counts).map((count) => ({
    ...count,
    end: (count.at ?? 0) + count.takes,
  }));
  const totalAt = (ms: number) =>
    all
      .filter((count) => count.end <= ms && !fails(count))
      .reduce((total, { gives = 0 }) => total + gives, 0);
  const lines = [...all.map(({ end }) => end), ...looks]
    .sort((a, b) => a - b)
    .map((ms): [number, string] => [ms, `total: ${totalAt(ms)}`]);
  return [[0, 'total: 0'] as [number, string], ...lines];
};

/** One count, for what its call settles with. With `isLate`, it ends after all timers of its ms. */
const alone = (count: Count, isLate = false) =>
  observe(
    ({ call, job }) => {
      const work = count.takes > 0 ? job<unknown>('mill', count.takes, count) : settled(count);
      const later = () => work().finally(() => new Promise((resolve) => setImmediate(resolve)));
      const used = (isLate ? later : work) as () => Promise<number>;
      return call('add mill', () => new Tally().add(used));
    },
    { plan: planOf({ mill: count }) },
  );

/** When each of several counts is called, and with what: the second one by the first one, the last one afterwards. */
const calling = () =>
  observe(async ({ log }) => {
    const tally = new Tally();
    const add = (name: string, during = () => {}) => {
      // It could take an argument, and says so.
      const count = async (first?: unknown, ...others: unknown[]) => {
        const isBare = [first, ...others].every((it) => it === undefined);
        log(`${name} is called with ${isBare ? 'no arguments' : 'an argument'}`);
        during();
        return 5;
      };
      return tally.add(count);
    };
    const added: Promise<void>[] = [];
    added.push(add('mill', () => void added.push(add('van'))));
    added.push(add('cellar'));
    const gate = (...args: unknown[]) => {
      log(`gate is called with ${args.length === 0 ? 'no arguments' : 'an argument'}`);
      throw CLOSED;
    };
    added.push((async () => new Tally().add(gate))().catch(() => {}));
    await Promise.all(added);
    await add('shop');
  });

/** What runs between the ends of two counts. */
const GAPS: Record<string, (next: () => void) => void> = {
  '': (next) => next(),
  ...Object.fromEntries(
    [1, 2, 3, 4, 5, 6].map((hops) => [
      `When the second one fulfils ${hops} microtask${hops > 1 ? 's' : ''} later:`,
      async (next: () => void) => {
        for (let i = 0; i < hops; i++) await undefined;
        next();
      },
    ]),
  ),
  'When the second one fulfils in the next nextTick job:': (next) => process.nextTick(next),
  'When the second one fulfils in the next immediate:': (next) => setImmediate(next),
};

/** Counts of these numbers end at 17 ms, in one callback; or all but the first one a little later. An Error fails. */
const atOneMoment = (numbers: (number | Error)[], gap = (next: () => void) => next()) =>
  observe(async ({ at }) => {
    const tally = new Tally();
    const ends: (() => void)[] = [];
    const endTheRest = () => {
      for (const end of ends.splice(0)) end();
    };
    const endAll = () => {
      ends.shift()?.();
      gap(endTheRest);
    };
    at(17, endAll, 'all counts end');
    const countOf = (end: number | Error) => () =>
      new Promise<number>((resolve, reject) =>
        ends.push(() => (typeof end === 'number' ? resolve(end) : reject(end))),
      );
    const early: string[] = [];
    let rejected = 0;
    const add = async (number: number | Error) => {
      try {
        await tally.add(countOf(number));
      } catch (error) {
        if (error !== number) throw error;
        rejected++;
      }
      // Not all of them: a total that is summed up at each look takes its time.
      if (typeof number === 'number' && number < 10 && tally.total < number)
        early.push(`${tally.total} when ${number} had been added`);
    };
    await Promise.all(numbers.map(add));
    return { total: early[0] ?? tally.total, ...(rejected > 0 && { rejected }) };
  });

/** Two tallies get one function twice each, and one promise twice each. */
const shared = () =>
  observe(async ({ job }) => {
    const [a, b] = [new Tally(), new Tally()];
    const mill = job('mill', 31, { gives: 5 });
    const van = job('van', 11, { gives: 7 })();
    const calls = [a, a, b, b].flatMap((tally) => [tally.add(mill), tally.add(() => van)]);
    await Promise.all(calls);
    await a.add(mill);
    await a.add(() => van);
    return { 'total of a': a.total, 'total of b': b.total };
  });

/** A count that calls `add` itself, and waits for that, or does not; so does the count within. */
const within = (isAwaited: boolean) =>
  observe(async ({ job }) => {
    const tally = new Tally();
    const added: Promise<void>[] = [];
    const adding = (count: () => Promise<number>, first: () => Promise<number>) => async () => {
      const inner = tally.add(first);
      added.push(inner);
      if (isAwaited) await inner;
      return count();
    };
    const [mill, van] = [job('mill', 31, { gives: 5 }), job('van', 11, { gives: 7 })];
    await tally.add(adding(mill, adding(van, job('cellar', 23, { gives: 1 }))));
    await Promise.all(added);
    return { total: tally.total };
  });

/** Of 23 ms: the number alone, in the place of the sum. */
const whyTotal = ({ marks }: Trace) => (marks.some(({ line }) => line === 'total: 1') ? LOST : NOW);

test('calls count once, during the call, and does not wait for other counts', async () => {
  const trace = await counting(ROOMS);
  expect(trace).toStartAt({ mill: 0, van: 0, cellar: 0 }, NO_WAIT);
  const noted = await calling();
  const called = ['mill', 'van', 'cellar', 'gate', 'shop'].map(
    (name) => `${name} is called with no arguments`,
  );
  expect(noted).toLogInTheCall(...called.slice(0, -1));
  expect(noted).toLogInOrder(called, NO_WAIT);
});

test('fulfils at the moment at which count fulfils', async () => {
  expect(await counting(ROOMS)).toRunAsPlanned(ITS_END);
  expect(await alone({ takes: 13, gives: 5 }, true)).toTake(13, ITS_END);
  expect(await alone({ takes: 0, gives: 5 })).toTake(0, ITS_END);
  expect(await alone({ takes: 10_000_000, gives: 5 })).toTake(10_000_000, LONG);
});

test('adds the number of a count to total when that count fulfils', async () => {
  const two = { mill: { takes: 5, gives: 5 }, van: { at: 7, takes: 11, gives: 7 } };
  const inTurn = await counting(two);
  expect(inTurn).toLog(...linesOf(two), inTurn.marks[0]?.line === 'total: 0' ? AFTER : NEW);
  const looks = [10, 12, 19, 24, 29];
  const trace = await counting(ROOMS, looks);
  expect(trace).toLog(...linesOf(ROOMS, looks), whyTotal(trace));
});

test('loses no number, in whatever order and however close together the counts fulfil', async () => {
  await explore(['mill', 'van', 'cellar'], async (takes) => {
    const counts = {
      mill: { takes: takes.mill, gives: 5 },
      van: { takes: takes.van, gives: 7 },
      cellar: { at: 3, takes: takes.cellar, gives: 1 },
    };
    expect(await counting(counts)).toLog(...linesOf(counts), NOW);
  });
  await eachCase(GAPS, async (gap) => {
    const trace = await atOneMoment([1, 2], gap);
    expect(trace).toGive({ total: 3 }, TIE);
    expect(trace).toTake(17, AT_ONCE);
  });
  const thousand = Array.from({ length: 1000 }, (_, i) => i + 1);
  expect(await atOneMoment(thousand)).toGive({ total: 500_500 }, MANY);
});

test('adds any number as it is', async () => {
  const numbers = [0, -8, 0.0625, 2 ** -30, 2 ** 40, 2 ** 80];
  const cases = Object.fromEntries(numbers.map((n) => [`When 'van' fulfils with ${n}:`, n]));
  await eachCase(cases, async (n) => {
    const counts = {
      mill: { takes: 5, gives: 8 },
      van: { takes: 11, gives: n },
      cellar: { takes: 0, at: 13, gives: 2 * n + 1 },
      shop: { takes: 7, at: 17, gives: 3 },
    };
    expect(await counting(counts)).toLog(...linesOf(counts), TRUTH);
  });
});

test('rejects with the same reason when count rejects or throws, and adds nothing', async () => {
  await eachReason(
    ['mill'],
    async ({ mill }) => {
      const trace = await alone({ takes: 13, failsWith: mill });
      expect(trace).toStart('mill', 1, ONCE);
      expect(trace).toRejectWith(mill, 13);
      expect(await alone({ takes: 0, failsWith: mill })).toRejectWith(mill, 0);
    },
    {},
    ODD_REASONS(),
  );
  await eachReason(
    ['mill'],
    async ({ mill }) => expect(await alone({ takes: 0, throws: mill })).toRejectWith(mill, 0),
    'throws',
  );
  await eachReason(
    ['mill', 'van'],
    async (reasons) => {
      const counts = {
        cellar: { takes: 5, gives: 1 },
        mill: { takes: 13, failsWith: reasons.mill },
        van: { takes: 0, throws: reasons.van },
      };
      expect(await counting(counts)).toLog(...linesOf(counts), HAS_FAILED);
    },
    { van: 'throws' },
    ODD_REASONS(),
  );
});

test('adds all other counts as before after a failure', async () => {
  const counts = {
    ...ROOMS,
    // Each of them is a failure of its own, of one and the same reason.
    office: { takes: 7, failsWith: CLOSED },
    gate: { takes: 0, throws: CLOSED },
    hall: { takes: 0, throws: CLOSED },
    shop: { at: 17, takes: 3, gives: 2 },
    barn: { at: 37, takes: 5, gives: 4 },
  };
  const trace = await counting(counts);
  expect(trace).toRunAsPlanned(GOES_ON);
  expect(trace).toLog(...linesOf(counts), GOES_ON);
  expect(await atOneMoment([CLOSED, 1, CLOSED, 2, CLOSED])).toGive({ total: 3, rejected: 3 }, TIED);
});

test('adds once for each call, and each tally has its own total', async () => {
  for (const repeat of [again, together])
    await repeat(shared, (trace) => {
      expect(trace).toGive({ 'total of a': 36, 'total of b': 24 }, EACH);
      expect(trace).toStart('mill', 5, EACH);
    });
  for (const isAwaited of [false, true])
    expect(await within(isAwaited)).toGive({ total: 13 }, INSIDE);
});
