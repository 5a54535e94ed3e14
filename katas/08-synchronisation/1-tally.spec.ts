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

const NO_WAIT =
  'Call each count once, during the call of add(), with no arguments. It does not wait for other counts.';

const ONCE = 'A failure is passed on to the caller, who may call add() again. Call no count twice.';

const ITS_END = 'add() has done its work when its count has fulfilled, and not earlier or later.';

const LOST =
  '7 is lost here, and 1 is 0 + 1: 0 was the total before the wait. `total += await …` reads total first, then waits, then writes. So does `total + (await …)`.';

const AFTER =
  'A number is in total when the promise of add() fulfils, and the next one is added to it.';

const NEW = 'A new tally begins at the number 0, and each one has its own total.';

const NOW =
  'Each number is in total as soon as its count has fulfilled, and not earlier, whatever the others do.';

const TIE =
  'Two counts fulfil here, one right after the other. Each number is added to the total of that moment: no await may come between the read of total and the write.';

const MANY =
  'A thousand calls are in flight here, and their counts of 1, 2, 3 … fulfil in one callback. Each number is added.';

const TRUTH = 'A number is added as it is, whatever it is and whatever the total is.';

const HAS_FAILED = 'A count that rejects or throws adds nothing. The others count.';

const GOES_ON = 'The failure belongs to one call only. The other counts run on, and are added.';

const EACH =
  'Both tallies get the same function twice, and one promise twice. Each call adds once, to its own tally.';

const INSIDE = 'The count of 5 has called add() itself, with the count of 7.';

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

/** Notes with what, and how often, `count` is called. */
const calling = () =>
  observe(({ log }) => {
    const count = (...args: unknown[]) => {
      log(`count is called with ${args.length === 0 ? 'no arguments' : 'an argument'}`);
      return Promise.resolve(5);
    };
    return new Tally().add(count);
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

/** Counts of 1, 2, 3 … end at 17 ms, in one callback; or all but the first one a little later. */
const atOneMoment = (n: number, gap: (next: () => void) => void) =>
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
    const numbers = Array.from({ length: n }, (_, i) => i + 1);
    const countOf = (number: number) => () =>
      new Promise<number>((resolve) => ends.push(() => resolve(number)));
    const early: string[] = [];
    const add = async (number: number) => {
      await tally.add(countOf(number));
      // Not all of them: a total that is summed up at each look takes its time.
      if (number < 10 && tally.total < number)
        early.push(`${tally.total} when ${number} had been added`);
    };
    await Promise.all(numbers.map(add));
    return { total: early[0] ?? tally.total };
  });

/** Two tallies get one function twice each, and one promise twice each. */
const shared = () =>
  observe(async ({ job }) => {
    const [a, b] = [new Tally(), new Tally()];
    const mill = job('mill', 31, { gives: 5 });
    const van = job('van', 11, { gives: 7 })();
    const calls = [a, a, b, b].flatMap((tally) => [tally.add(mill), tally.add(() => van)]);
    await Promise.all(calls);
    await a.add(job('cellar', 23, { gives: 1 }));
    return { 'total of a': a.total, 'total of b': b.total };
  });

/** A count that calls `add` itself, and waits for that, or does not. */
const within = (isAwaited: boolean) =>
  observe(async ({ job }) => {
    const tally = new Tally();
    let inner: Promise<void> | undefined;
    const mill = job('mill', 31, { gives: 5 });
    const outer = async () => {
      inner = tally.add(job('van', 11, { gives: 7 }));
      if (isAwaited) await inner;
      return mill();
    };
    await tally.add(outer);
    await inner;
    return { total: tally.total };
  });

/** Of 23 ms: the number alone, in the place of the sum. */
const whyTotal = ({ marks }: Trace) => (marks.some(({ line }) => line === 'total: 1') ? LOST : NOW);

test('calls count once, during the call, and does not wait for other counts', async () => {
  const trace = await counting(ROOMS);
  expect(trace).toStartAt({ mill: 0, van: 0, cellar: 0 }, NO_WAIT);
  const noted = await calling();
  expect(noted).toLogInTheCall('count is called with no arguments');
  expect(noted).toLog([0, 'count is called with no arguments']);
});

test('fulfils at the moment at which count fulfils', async () => {
  expect(await counting(ROOMS)).toRunAsPlanned(ITS_END);
  expect(await alone({ takes: 13, gives: 5 }, true)).toTake(13, ITS_END);
  expect(await alone({ takes: 0, gives: 5 })).toTake(0, ITS_END);
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
    expect(await atOneMoment(2, gap)).toGive({ total: 3 }, TIE);
  });
  expect(await atOneMoment(1000, (next) => next())).toGive({ total: 500_500 }, MANY);
});

test('adds any number as it is', async () => {
  const numbers = [0, -8, 0.0625, 2 ** 40];
  const cases = Object.fromEntries(numbers.map((n) => [`When 'van' fulfils with ${n}:`, n]));
  await eachCase(cases, async (n) => {
    const counts = {
      mill: { takes: 5, gives: 8 },
      van: { takes: 11, gives: n },
      cellar: { takes: 0, at: 13, gives: n + 1 },
      shop: { takes: 7, at: 17, gives: 3 },
    };
    expect(await counting(counts)).toLog(...linesOf(counts), TRUTH);
  });
});

test('rejects with the same reason when count rejects or throws, and adds nothing', async () => {
  await eachReason(['mill'], async ({ mill }) => {
    const trace = await alone({ takes: 13, failsWith: mill });
    expect(trace).toStart('mill', 1, ONCE);
    expect(trace).toRejectWith(mill, 13);
    expect(await alone({ takes: 0, failsWith: mill })).toRejectWith(mill, 0);
  });
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
  );
});

test('adds all other counts as before after a failure', async () => {
  const counts = {
    ...ROOMS,
    office: { takes: 7, failsWith: new Error('nobody is there') },
    gate: { takes: 0, throws: new Error('no such place') },
    shop: { at: 17, takes: 3, gives: 2 },
    barn: { at: 37, takes: 5, gives: 4 },
  };
  const trace = await counting(counts);
  expect(trace).toRunAsPlanned(GOES_ON);
  expect(trace).toLog(...linesOf(counts), GOES_ON);
});

test('adds once for each call, and each tally has its own total', async () => {
  for (const repeat of [again, together])
    await repeat(shared, (trace) =>
      expect(trace).toGive({ 'total of a': 25, 'total of b': 24 }, EACH),
    );
  for (const isAwaited of [false, true])
    expect(await within(isAwaited)).toGive({ total: 12 }, INSIDE);
});
