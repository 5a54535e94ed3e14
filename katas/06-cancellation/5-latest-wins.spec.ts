import {
  again,
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
import { latest } from './5-latest-wins.ts';

const ABORT = { name: 'AbortError' };

const NO_WORD = new Error('no such word');

const OWN =
  'Each call searches once, for its query and with a signal of its own. (What was aborted stays aborted.) `latest` itself does not call `search`; only the function that it returns does.';

const TELL = 'A later call came while it was running: abort its signal during that call.';

const ONLY_IT = 'A call aborts the signal of the search before it, and no other one.';

const NEVER = 'No later call came, so no search has to be told to stop.';

const ENDED =
  'A later call came. Stopping takes time, and some searches do not look at their signal: reject when the search has ended, and not earlier.';

const REASON =
  'A later call has overtaken it: reject with the reason of its signal. `abort()` without an argument makes that error. Any other error that comes after the abort is a consequence.';

const STALE =
  'A later call has overtaken it, so it has to reject: a page that shows the value of an old search shows the wrong list.';

const EQUAL = 'A later call overtakes the one before, also when both have the same query.';

const SAME_MS = 'A later call overtakes the one before, also in the same millisecond.';

const SHARED =
  'The latest call is the one that was made last, also when both searches return one promise.';

const ALTHOUGH =
  'A later call overtakes the one before, also when its own search rejects or throws.';

const ON_ABORT =
  'This search has set `signal.onabort`, which holds one function. Does your code set it, too? Ask `signal.aborted`.';

const ORDER =
  'The latest call is the one that was made last, in whatever order the searches end. All others are overtaken.';

const OVER = 'A call that has ended is over: the next one works like the first one.';

const APART = "'ann' is a call of another function than 'r' and 'rome': it overtakes none of them.";

const NEWEST = 'No later call came: what its search fulfils or rejects with is the result.';

/** A call: when, and how its search goes. */
interface Typed {
  at: number;
  /** 0: its search throws, or returns a promise that has already rejected. */
  takes: number;
  /** Its name, unless told. */
  query?: string;
  /** It is a call of a second function with the same `search`. */
  isApart?: boolean;
  stopsIn?: number;
  /** When it has stopped, its search rejects with that: the connection cannot be closed. */
  closesWith?: unknown;
  /** Its search does not look at its signal. */
  isDeaf?: boolean;
  gives?: unknown;
  failsWith?: unknown;
  throws?: unknown;
  /** Its search returns the promise of that one, which ends when this one does. */
  shares?: string;
}

type Queries = Readonly<Record<string, Typed>>;

interface Look {
  /** The call to wait for, or all; otherwise the last one, which is not to be overtaken. */
  of?: string;
  /** What the searches log: with what they are called, or that they are told to stop. */
  logs?: 'calls' | 'aborts';
  /** Gets the signals. */
  signals?: AbortSignal[];
}

/** A function that searches for these queries, once for each call. */
const searchFor = ({ job, log }: Lab, queries: Queries, { logs, signals = [] }: Look) => {
  const waiting = Object.entries(queries).map(([name, { takes, ...how }]) => {
    const options = { gives: name.toUpperCase(), ...how };
    const isJob = takes > 0 && !how.shares;
    const work = isJob && job<unknown>(`search ${name}`, takes, options);
    return { query: name, ...how, name, work: work || (() => Promise.reject(how.failsWith)) };
  });
  const started = new Map<string | undefined, Promise<unknown>>();
  return (query: string, signal: AbortSignal) => {
    const isSignal = signal instanceof AbortSignal;
    const whose = signals.includes(signal) ? 'the signal of an earlier search' : 'its own signal';
    const kind = isSignal && signal.aborted ? 'an aborted signal' : whose;
    if (logs === 'calls') log(`search('${query}') with ${isSignal ? kind : 'no signal'}`);
    const i = waiting.findIndex((other) => other.query === query);
    const [one] = i < 0 ? [] : waiting.splice(i, 1);
    // The line that it has logged says that it is one too many.
    if (!one) return Promise.resolve();
    signals.push(signal);
    const { name } = one;
    if (logs === 'aborts' && isSignal) signal.onabort = () => log(`search ${name} is told to stop`);
    if ('throws' in one) throw one.throws;
    const running = started.get(one.shares) ?? one.work(one.isDeaf ? undefined : signal);
    started.set(name, running);
    return 'closesWith' in one ? running.catch(() => Promise.reject(one.closesWith)) : running;
  };
};

/** When each call and each search of these ends. */
const planOf = (queries: Queries) => {
  const entries = Object.entries(queries);
  const plans = entries.map(([name, typed], i) => {
    const { at, takes, stopsIn = 0, isDeaf, shares, isApart } = typed;
    const next =
      entries.slice(i + 1).find(([, later]) => later.isApart === isApart)?.[1].at ?? Infinity;
    const isOvertaken = next < at + takes;
    const isTold = isOvertaken && !isDeaf;
    const end = isTold ? next + stopsIn : at + takes;
    const fails = isOvertaken || 'failsWith' in typed || 'throws' in typed;
    return {
      [`find ${name}`]: [at, end, { fails }],
      ...(takes > 0 &&
        !shares && { [`search ${name}`]: [at, end, isTold ? { aborted: next } : {}] }),
    };
  });
  return Object.assign({}, ...plans) as Record<string, [number, number, { aborted?: number }]>;
};

/** The value; or what the error says, if it is one that may come. */
const told = (call: Promise<unknown> | undefined) =>
  call?.catch((error: unknown) => {
    if (error === NO_WORD) return 'no such word';
    if (error instanceof Error && error.name === 'AbortError') return error.name;
    throw error;
  });

/** Makes all of these calls, each at its ms. */
const typing = (queries: Queries, look: Look = {}) =>
  observe(
    (lab) => {
      const search = searchFor(lab, queries, look);
      const find = latest(search);
      const isTwo = Object.values(queries).some(({ isApart }) => isApart);
      const other = isTwo ? latest(search) : find;
      if (look.logs === 'calls') lab.log('latest has returned');
      const calls = Object.entries(queries).map(([name, { at, query = name, isApart }]) => {
        const make = async () => lab.call(`find ${name}`, () => (isApart ? other : find)(query));
        return at > 0 ? new Promise<void>((resolve) => lab.at(at, resolve)).then(make) : make();
      });
      if (look.of === 'all') return Promise.all(calls.map(told));
      // What becomes of the others has its own tests.
      for (const call of calls) call.catch(() => {});
      return look.of ? calls[Object.keys(queries).indexOf(look.of)] : told(calls.at(-1));
    },
    // A scene that waits for one call leaves the others running. A timer has its own test.
    { mayLeave: ['work', 'timer'], plan: planOf(queries) },
  );

/** 'r' is overtaken by 'ro' at 19 ms, and 'ro' by 'rom' at 53 ms. Each of them needs time to stop. */
const three = (r: Partial<Typed> = {}, ro: Partial<Typed> = {}, rom: Partial<Typed> = {}) => ({
  r: { at: 0, takes: 97, stopsIn: 11, ...r },
  ro: { at: 19, takes: 67, stopsIn: 43, ...ro },
  rom: { at: 53, takes: 17, ...rom },
});

/** 'search ro' does not look at its signal, and ends after 'search rom'. */
const rome = () => typing(three({}, { isDeaf: true }));

/** So many calls at the same time. */
const atOnce = (...calls: Partial<Typed>[]): Queries =>
  Object.fromEntries(calls.map((call, i) => [`no. ${i + 1}`, { at: 0, takes: 97, ...call }]));

/** Its search throws in the call. */
const throwing = (reason: unknown) =>
  observe(({ call }) => {
    const find = latest(() => {
      throw reason;
    });
    return call('find r', () => find('r'));
  });

/** The last one of two calls. The first one is overtaken at 19 ms. */
const latestOf = (last: Partial<Typed>) =>
  typing({ r: three().r, ro: { at: 19, takes: 67, ...last } }, { of: 'ro' });

/** One call after another: they fulfil, reject, throw, are overtaken. The query 'r' comes three times. */
const IN_TURN: Queries = {
  r: { at: 0, takes: 13 },
  'r 2': { at: 19, takes: 7, query: 'r' },
  ro: { at: 31, takes: 5, failsWith: NO_WORD },
  'r 3': { at: 41, takes: 7, query: 'r' },
  rom: { at: 53, takes: 0, throws: NO_WORD },
  rome: { at: 59, takes: 97, stopsIn: 7 },
  roma: { at: 67, takes: 97, stopsIn: 61 },
  romeo: { at: 79, takes: 11 },
};

/** 23 calls whose searches reject, one after another, and one that fulfils. */
const AFTER_FAILURES: Queries = {
  ...Object.fromEntries(
    Array.from({ length: 23 }, (_, i) => [`${i}`, { at: i * 5, takes: 3, failsWith: NO_WORD }]),
  ),
  rome: { at: 127, takes: 3 },
};

/** Two search boxes: 'people' has a call at 0 ms, 'places' at 19 ms and at 53 ms. */
const twoBoxes = () =>
  typing(
    {
      ann: { at: 0, takes: 97, stopsIn: 11, isApart: true },
      r: { at: 19, takes: 97, stopsIn: 11 },
      rome: { at: 53, takes: 23 },
    },
    { of: 'all' },
  );

/** Each of these calls searches once, during the call. */
const expectSearches = async (queries: Queries) => {
  const trace = await typing(queries, { logs: 'calls' });
  const lines = Object.entries(queries).map(([name, { at, query = name }]) => {
    return [at, `search('${query}') with its own signal`] as const;
  });
  expect(trace).toLog([0, 'latest has returned'], ...lines, OWN);
  const inTheCall = lines.filter(([ms]) => ms === 0).map(([, line]) => line);
  expect(trace).toLogInTheCall('latest has returned', ...inTheCall);
};

/** The searches of these that are overtaken are told to stop. */
const expectAborts = async (queries: Queries, because = TELL) => {
  const aborts = Object.entries(planOf(queries)).flatMap(([name, [, , how]]) =>
    how.aborted === undefined ? [] : [[name, how.aborted] as const],
  );
  expect(await typing(queries)).toAbort(Object.fromEntries(aborts), because);
};

/** 'r', which is overtaken by 'ro' at 19 ms, rejects at this ms with the reason of its signal. */
const expectOvertaken = async (
  ms: number,
  r: Partial<Typed>,
  ro: Partial<Typed> = {},
  because = STALE,
  logs?: 'aborts',
) => {
  const signals: AbortSignal[] = [];
  const queries = { r: { at: 0, takes: 97, ...r }, ro: { at: 19, takes: 23, ...ro } };
  const trace = await typing(queries, { of: 'r', signals, logs });
  const isRejected = trace.outcome.kind === 'failed';
  expect(trace).toFailWith(ABORT, undefined, isRejected ? REASON : because);
  expect(trace).toFailWith(ABORT, ms, ENDED);
  expect(trace).toRejectWith(signals[0]?.reason, ms);
};

test('calls search during each call, with the query and a signal that is not aborted', async () => {
  expect(await rome()).toStartAt({ 'search r': 0, 'search ro': 19, 'search rom': 53 });
  await expectSearches({ ro: { at: 0, takes: 97 } });
  await expectSearches(atOnce({ query: '' }, { query: ' Ro' }, { query: ' Ro' }));
  await expectSearches(IN_TURN);
});

test('aborts the signal of the search that it overtakes, and never that of the latest one', async () => {
  await expectAborts(three());
  await expectAborts(atOnce({}, {}, {}, {}, {}));
  // An old search ends while a later one is running.
  const deaf = { isDeaf: true, takes: 31 };
  await expectAborts(three(deaf));
  await expectAborts(three({ ...deaf, failsWith: NO_WORD }));
  await expectAborts(three({}, { takes: 0, throws: NO_WORD }), ALTHOUGH);
  await expectAborts(three({ takes: 19_997 }, { at: 9_001 }, { at: 9_049 }));
  expect(await typing(three(deaf, { isDeaf: true }), { logs: 'aborts' })).toLog(
    [19, 'search r is told to stop'],
    [53, 'search ro is told to stop'],
    ONLY_IT,
  );
  for (const end of [{}, { failsWith: NO_WORD }, { takes: 0, throws: NO_WORD }])
    expect(await typing(atOnce(end), { logs: 'aborts' })).toLog(NEVER);
  for (const last of [{}, { takes: 0, throws: NO_WORD }]) {
    const trace = await typing(atOnce({}, last), { logs: 'aborts' });
    expect(trace).toLogInTheCall('search no. 1 is told to stop');
  }
});

test('rejects with the reason of the signal when the overtaken search has ended, and not earlier', async () => {
  await expectOvertaken(30, { stopsIn: 11 });
});

test('does so whatever that search ends with, also after the later call has ended', async () => {
  const deaf = { isDeaf: true };
  await eachValue(['search r'], (values) =>
    expectOvertaken(97, { ...deaf, gives: values['search r'] }),
  );
  await eachReason(['search r'], async (reasons) => {
    await expectOvertaken(97, { ...deaf, failsWith: reasons['search r'] });
    await expectOvertaken(30, { stopsIn: 11, closesWith: reasons['search r'] });
  });
  await expectOvertaken(97, deaf, { query: 'r' }, EQUAL);
  await expectOvertaken(97, deaf, { at: 0 }, SAME_MS);
  await expectOvertaken(97, deaf, { takes: 78, shares: 'r' }, SHARED);
  await expectOvertaken(97, deaf, { failsWith: NO_WORD }, ALTHOUGH);
  await expectOvertaken(97, deaf, { takes: 0, throws: NO_WORD }, ALTHOUGH);
  await expectOvertaken(97, deaf, {}, ON_ABORT, 'aborts');
});

test('fulfils with the value of the latest search, whatever value and in whatever order they end', async () => {
  await eachValue(['search ro'], async (values) => {
    const gives = values['search ro'];
    const queries = { r: { at: 0, takes: 13 }, ro: { at: 19, takes: 97, gives } };
    const trace = await typing(queries, { of: 'all' });
    expect(trace).toGive(['R', gives], NEWEST);
    expect(trace).toTake(116);
  });
  await explore(['r', 'ro', 'rom'], async ({ r, ro, rom }) => {
    const [first, second] = [
      { isDeaf: true, takes: r },
      { isDeaf: true, takes: ro, at: 3 },
    ];
    const trace = await typing(three(first, second, { takes: rom, at: 7 }), { of: 'all' });
    expect(trace).toGive(['AbortError', 'AbortError', 'ROM'], ORDER);
    expect(trace).toRunAsPlanned();
  });
});

test('rejects with the same reason when the latest search rejects or throws', async () => {
  await eachReason(['search'], async ({ search }) => {
    expect(await latestOf({ failsWith: search })).toRejectWith(search, 86, NEWEST);
    // A promise that has already rejected.
    expect(await latestOf({ takes: 0, failsWith: search })).toRejectWith(search, 19, NEWEST);
  });
  await eachReason(
    ['search'],
    async ({ search }) => {
      expect(await throwing(search)).toRejectWith(search, 0, NEWEST);
      expect(await latestOf({ takes: 0, throws: search })).toRejectWith(search, 19, NEWEST);
    },
    'throws',
  );
});

test('works again after each way in which a call can end', async () => {
  const before = ['R', 'R 2', 'no such word', 'R 3', 'no such word'];
  const check = (trace: Trace) => {
    expect(trace).toRunAsPlanned(OVER);
    expect(trace).toGive([...before, 'AbortError', 'AbortError', 'ROMEO'], OVER);
  };
  await again(() => typing(IN_TURN, { of: 'all' }), check);
  expect(await typing(AFTER_FAILURES)).toGive('ROME', OVER);
});

test('keeps the calls of two functions apart', async () => {
  const check = (trace: Trace) => {
    expect(trace).toRunAsPlanned(APART);
    expect(trace).toGive(['ANN', 'AbortError', 'ROME'], APART);
  };
  check(await twoBoxes());
  await together(twoBoxes, check);
});

test('sets no timer', async () => {
  expect(await typing(IN_TURN)).toSetTimers(
    0,
    'No caller asks for a time limit or for a wait, and a promise calls its handlers by itself.',
  );
});
