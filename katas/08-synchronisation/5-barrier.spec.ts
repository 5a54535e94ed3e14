import {
  again,
  eachCase,
  eachMoment,
  eachReason,
  expect,
  type Later,
  observe,
  type Plan,
  test,
  together,
} from '#lab';
import { Barrier } from './5-barrier.ts';

/** A timer has its own test. */
const mayLeave: ['timer'] = ['timer'];

/** A reason is passed on as it is. What awaits it on the way has another one. */
const THENABLE = { then: (fulfil: (value: unknown) => void) => fulfil('what it fulfils with') };

const BROKEN = new Error('the station in the hills is broken');

const LAST =
  'No region may begin an hour before all three have computed the last one. And when the last of them comes, all of them go on in that millisecond.';

const PLACES =
  'The first call of a round has place 0, the next one 1, whatever comes first in the next round. A call knows its place when it comes.';

const ROUNDS =
  'Each round needs as many calls of its own as there are parties, and it goes on when the last of these has come.';

const CLOSED =
  'The round was complete before this call came. So it belongs to the next round, and waits for the other calls of that one.';

const HASTY =
  'Each caller comes back as soon as it goes on. In each round, every one of the three has a place.';

const ALONE = 'There is nobody else to wait for: the first call of a round is its last one, too.';

const ABORTED =
  'Not all had come, and now the round will never be complete: reject the promise of each call that waits, with the reason that `abort` got.';

const EARLY =
  'This barrier had not been aborted yet. Has your code kept the abort of another barrier? Keep it in a field of the instance.';

const FROM_NOW_ON =
  'Once aborted, the barrier stays aborted: a call that comes later can wait for nothing, and rejects immediately.';

const GONE =
  'The last call of that round had come before the abort. So the round was complete, and its calls fulfil. But each call of the next round rejects, also one that comes later.';

const FIRST_COUNTS = 'The first abort has decided it, and a later one has nothing to say.';

const APART = 'Two barriers have nothing in common: neither their calls nor their aborts.';

const NO_TIMER =
  'The last call of a round, or the abort, can settle the promises of the others itself.';

const STUCK =
  'When the last call of a round comes, the others of that round are woken, and the last one does not wait. A call that is woken goes on: the count may already be that of the next round.';

const ENDLESS = 'Fewer calls come than there are parties: all of them wait until the abort.';

const NO_COUNT = 'No round has that many calls: throw a RangeError in the constructor.';

/** What comes of a call that has rejected with the reason that it should. A bug in the code gets out. */
const orReason = (reason: unknown) => (error: unknown) => {
  if (Object.is(error, reason)) return 'rejected';
  throw error;
};

/** How long each region computes for the first hour, and for the second. */
const REGIONS = { coast: [11, 7], hills: [17, 23], town: [31, 13] };

const twice = (...[a, b, c, d]: [number, number, number, number]): Plan[string] => [
  [a, b],
  [c, d],
];

const HOURS: Plan = {
  ...{ coast: twice(0, 11, 31, 38), 'coast waits': twice(11, 31, 38, 54) },
  ...{ hills: twice(0, 17, 31, 54), 'hills waits': twice(17, 31, 54, 54) },
  ...{ town: twice(0, 31, 31, 44), 'town waits': twice(31, 31, 44, 54) },
};

/** Three regions compute the weather hour by hour, and each hour needs what all have computed for the last one. */
const weather = () =>
  observe(
    async ({ call, job }) => {
      const barrier = new Barrier(3);
      const places = Object.entries(REGIONS).map(async ([region, hours]) => {
        const had: number[] = [];
        for (const ms of hours) {
          await job(region, ms)();
          had.push(await call(`${region} waits`, () => barrier.wait()));
        }
        return [region, had];
      });
      return Object.fromEntries(await Promise.all(places));
    },
    { mayLeave, plan: HOURS, ifStuck: STUCK },
  );

/** A barrier: when each of its calls is made, and when it is aborted. */
type Group = readonly [parties: number, calls: readonly number[], abortAt?: number];

/** Each call, from when to when, and what comes of it. An abort comes after the calls of the same millisecond. */
const callsOf = (groups: readonly Group[]) =>
  groups.flatMap(([parties, calls, abortAt = Infinity], of) =>
    calls.map((at, i) => {
      const place = i % parties;
      const lastAt = calls[i - place + parties - 1] ?? Infinity;
      const fails = lastAt > abortAt;
      const name = `${i < 26 ? String.fromCharCode(97 + i) : `no. ${i + 1}`}${' apart'.repeat(of)}`;
      return { name, of, at, end: Math.max(at, Math.min(lastAt, abortAt)), fails, place };
    }),
  );

/** Makes all of these calls, and waits for all of them. */
const coming = (because: string, ...groups: Group[]) => {
  const planned = callsOf(groups);
  const plan = planned.map(({ name, at, end, fails }) => [name, [at, end, { fails }]]);
  return observe(
    ({ at, call }) => {
      const barriers = groups.map(([parties]) => new Barrier(parties));
      const made = planned.map(({ name, of, at: ms }) => {
        const make = () => call(name, () => (barriers[of] as Barrier).wait());
        const making = ms > 0 ? new Promise<number>((go) => at(ms, () => go(make()))) : make();
        return making.catch(orReason(BROKEN));
      });
      for (const [i, [, , abortAt]] of groups.entries())
        if (abortAt) at(abortAt, () => barriers[i]?.abort(BROKEN), 'abort');
      return Promise.all(made);
    },
    { mayLeave, plan: Object.fromEntries(plan), ifStuck: because },
  );
};

const holds = async (because: string, ...groups: Group[]) => {
  const trace = await coming(because, ...groups);
  const results = callsOf(groups).map(({ fails, place }) => (fails ? 'rejected' : place));
  expect(trace).toGive(results, because);
  expect(trace).toRunAsPlanned(because);
};

/** So many calls, in the same millisecond. */
const many = (count: number, ms: number) => Array.from({ length: count }, () => ms);

const THREES: Group = [3, [3, 5, 11, 17, 17, 17, 17, 17, 41, 59, 61, 67]];

const CASES: Record<string, Group> = {
  'In the second round:': [3, [3, 5, 11, 17, 19, 31]],
  'When many calls come in the same millisecond:': THREES,
  'When several rounds are complete in one millisecond:': [3, [3, 5, ...many(9, 11), 13]],
  'With two parties:': [2, [0, 13, 17, 17, 17, 19, 211, 223]],
  'With five parties:': [5, [0, 0, 7, 7, 7, 7, 11, 13, 13, 43, ...many(5, 47)]],
  'With 1,000 parties:': [1000, [...many(700, 5), ...many(301, 23), ...many(999, 29)]],
  'In the 500th round:': [2, [...many(998, 7), 11, 13]],
  'After a long time:': [2, [0, 86_400_001, 86_400_003, 172_800_011]],
};

const ABORTS: Record<string, Group> = {
  'When two of three wait:': [3, [3, 5], 13],
  'When a round is over, and two wait for the next one:': [3, [3, 5, 7, 7, 11], 13],
  'When very many wait:': [1000, many(999, 7), 13],
};

const LATER: Record<string, Group> = {
  'When one waits:': [3, [3, 17, 17, 19, 23, 29, 29, 29, 211], 13],
  'When many calls come:': [3, [3, 5, ...many(99, 29)], 13],
  'When no call waits:': [2, [3, 5, 5, 7, 17, 19, 23, 29, 29], 13],
  'When no call has come before:': [2, [17, 17, 19, 23, 31], 13],
  'With one party:': [1, [3, 17, 17, 19], 13],
  'With Infinity parties:': [Infinity, [3, 5, 17, 19], 13],
};

const COMPLETE: Record<string, Group> = {
  'When two rounds are over:': [2, [3, 5, 7, 11], 13],
  'When the last call comes in the same millisecond:': [3, [3, 5, 13, 17], 13],
  'When one call of the next round waits:': [3, [3, 5, 13, 13], 13],
};

/** The last call of a round comes at 13 ms, 'new' so many microtasks later, and another one after that. */
const newcomer = (later: Later) =>
  observe(
    ({ at, call }) => {
      const barrier = new Barrier(3);
      const wait = () => barrier.wait();
      const round = [wait(), wait()];
      const come = (go: (places: unknown) => void) => {
        const last = wait();
        const next = later(() => [call('new', wait), Promise.resolve().then(wait)]);
        go(next.then((two) => Promise.all([last, ...two])));
      };
      const places = new Promise((go) => at(13, () => come(go)));
      const end = new Promise((go) => at(31, () => go(wait())));
      return Promise.all([...round, places, end]);
    },
    { mayLeave, plan: { new: [13, 31] }, ifStuck: CLOSED },
  );

/** Three callers make five calls each, and each of them as soon as the one before has fulfilled. */
const hasty = () =>
  observe(
    async ({ at }) => {
      const barrier = new Barrier(3);
      const rounds: number[][] = [[], [], [], [], []];
      const callers = [3, 5, 13].map(async (ms) => {
        await new Promise<void>((go) => at(ms, go));
        for (const round of rounds) round.push(await barrier.wait());
      });
      await Promise.all(callers);
      return rounds.map((round) => round.sort());
    },
    { mayLeave, ifStuck: HASTY },
  );

/** The barrier is aborted before its first call, in one go with it. */
const abortedBefore = (reasons: readonly unknown[]) =>
  observe(
    () => {
      const barrier = new Barrier(3);
      for (const reason of reasons) barrier.abort(reason);
      return barrier.wait();
    },
    { mayLeave },
  );

/** One call waits from 5 ms on. The barrier is aborted at 13 ms, and later again. Another call comes at 19 ms. */
const aborting = (which: 'waits' | 'comes later', [first, ...later]: readonly unknown[]) =>
  observe(
    ({ at }) => {
      const barrier = new Barrier(3);
      const abortAll = (reasons: readonly unknown[]) => {
        for (const reason of reasons) barrier.abort(reason);
      };
      at(13, () => abortAll([first, ...later]));
      at(17, () => abortAll(later));
      return new Promise((go) => at(which === 'waits' ? 5 : 19, () => go(barrier.wait())));
    },
    { mayLeave },
  );

/**
 * The last call of a round comes at 13 ms with the first one of the next round, and the abort so many microtasks later,
 * or the other way round. One more call comes at 31 ms.
 */
const closely = (later: Later, first: 'call' | 'abort') =>
  observe(
    async ({ at }) => {
      const barrier = new Barrier(3);
      const wait = () => barrier.wait().catch(orReason(BROKEN));
      const abort = () => barrier.abort(BROKEN);
      const round = [wait(), wait()];
      const two = new Promise<unknown[]>((go) => {
        const come = () => go(Promise.all([wait(), wait()]));
        at(13, () => {
          if (first === 'abort') abort();
          else come();
          later(first === 'abort' ? come : abort);
        });
      });
      const end = new Promise((go) => at(31, () => go(wait())));
      return Promise.all([...round, ...(await two), await end]);
    },
    { mayLeave, ifStuck: first === 'abort' ? FROM_NOW_ON : GONE },
  );

test('lets the calls of a round go on when the last of them comes', async () => {
  expect(await weather()).toRunAsPlanned(LAST);
});

test('fulfils with the place of each call in its round', async () => {
  const places = { coast: [0, 0], hills: [1, 2], town: [2, 1] };
  expect(await weather()).toGive(places, PLACES);
});

test('takes each call after the last one of a round for the next round', async () => {
  await eachCase(CASES, (group) => holds(ROUNDS, group));
  await eachMoment("'new' comes", 'the last call of the round', async (later) => {
    const trace = await newcomer(later);
    expect(trace).toRunAsPlanned(CLOSED);
    expect(trace).toGive([0, 1, [2, 0, 1], 2], CLOSED);
  });
  // In one go, with no microtask between them.
  await holds(CLOSED, [3, [...many(10, 0), 5, 7]]);
  const trace = await hasty();
  expect(trace).toGive(Array(5).fill([0, 1, 2]), HASTY);
  expect(trace).toTake(13, HASTY);
});

test('lets each call go on immediately when there is one party', async () => {
  await holds(ALONE, [1, [0, 0, 13, 17, 17]]);
});

test('rejects the calls that wait with the reason of abort', async () => {
  const check = async ({ abort }: { abort: unknown }) => {
    const trace = await aborting('waits', [abort]);
    expect(trace).toRejectWith(abort, 13, trace.outcome.at < 13 ? EARLY : ABORTED);
  };
  await eachReason(['abort'], check, 'gets', [THENABLE]);
  await eachCase(ABORTS, (group) => holds(ABORTED, group));
});

test('rejects each call that comes after an abort with its reason', async () => {
  const check = async ({ abort }: { abort: unknown }) => {
    expect(await abortedBefore([abort])).toRejectWith(abort, 0, FROM_NOW_ON);
    expect(await aborting('comes later', [abort])).toRejectWith(abort, 19, FROM_NOW_ON);
  };
  await eachReason(['abort'], check, 'gets', [THENABLE]);
  await eachCase(LATER, (group) => holds(FROM_NOW_ON, group));
  await eachMoment('the last call comes', 'the abort', async (later) => {
    const trace = await closely(later, 'abort');
    expect(trace).toGive(Array(5).fill('rejected'), FROM_NOW_ON);
  });
});

test('does nothing to a round whose last call has come before the abort', async () => {
  await eachCase(COMPLETE, (group) => holds(GONE, group));
  await eachMoment('abort is called', 'the last call of the round', async (later) => {
    expect(await closely(later, 'call')).toGive([0, 1, 2, 'rejected', 'rejected'], GONE);
  });
});

test('does nothing in a second abort', async () => {
  const names = ['the first abort', 'the second abort'] as const;
  const check = async (reasons: Record<(typeof names)[number], unknown>) => {
    const both = names.map((name) => reasons[name]);
    expect(await abortedBefore([...both, both[1]])).toRejectWith(both[0], 0, FIRST_COUNTS);
    expect(await aborting('waits', both)).toRejectWith(both[0], 13, FIRST_COUNTS);
    expect(await aborting('comes later', both)).toRejectWith(both[0], 19, FIRST_COUNTS);
  };
  await eachReason(names, check, 'gets');
});

test('is a barrier of its own', async () => {
  await holds(APART, THREES, [3, [2, 3, 3, 5, 17, 19, 29, 31, 43], 29]);
  const groups: Group[] = [THREES, [3, [3, 5], 13]];
  for (const repeat of [again, together])
    for (const group of groups)
      await repeat(
        () => coming(APART, group),
        (trace) => expect(trace).toRunAsPlanned(APART),
      );
});

test('sets no timer', async () => {
  const groups: Group[] = [THREES, [3, [3, 5, 17], 13], [1, [0, 5, 11], 7]];
  for (const group of groups) expect(await coming(NO_TIMER, group)).toSetTimers(0, NO_TIMER);
});

test('throws a RangeError in the constructor for a number that is no count', async () => {
  for (const parties of [0, -1, 2.5, 0.5, Number.NaN, -Infinity]) {
    const trace = await observe(async () => {
      new Barrier(parties);
      return `new Barrier(${parties}) has thrown no error`;
    });
    expect(trace).toFailWith({ name: 'RangeError' }, 0, NO_COUNT);
  }
  for (const parties of [Infinity, 2 ** 40])
    await holds(ENDLESS, [parties, [0, 5, ...many(9, 7)], 13]);
});
