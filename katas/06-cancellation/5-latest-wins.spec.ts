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

/** A scene that waits for one call of several leaves the others running. A timer has its own test. */
const mayLeave: ['work', 'timer'] = ['work', 'timer'];

const OWN =
  'Each call searches for its query, with a signal of its own: a signal that was aborted stays aborted.';

const TELL = 'A later call came while it was running: abort its signal during that call.';

const OVERTAKEN =
  "A later call came at 19 ms. 'search r' has to be told to stop, and needs 11 ms for that. When it has stopped, its call rejects.";

const STALE =
  "A later call has overtaken it, so the value of 'search r' is out of date: a page that shows it shows the wrong list.";

const CONSEQUENCE =
  'A later call has overtaken it. An error that comes after that is a consequence: reject with the reason of the signal.';

const EQUAL = 'A later call overtakes the one before, also when both have the same query.';

const ALTHOUGH =
  'A later call overtakes the one before, also when its own search rejects or throws.';

const ORDER =
  'The latest call is the one that was made last, in whatever order the searches end. All others are overtaken.';

const OVER = 'A call that has ended is over: the next one works like the first one.';

const APART = "'ann' is a call of another function than 'r' and 'rome': it overtakes none of them.";

const NEWEST = 'No later call came: what its search fulfils or rejects with is the result.';

/** A query that is typed: when, and how its search goes. */
interface Typed {
  at: number;
  takes: number;
  stopsIn?: number;
  /** When it has stopped, its search rejects with that: the connection cannot be closed. */
  closesWith?: unknown;
  /** Its search does not look at its signal. */
  isDeaf?: boolean;
  gives?: unknown;
  failsWith?: unknown;
  /** Its search throws in the call. */
  throws?: unknown;
}

type Queries = Readonly<Record<string, Typed>>;

/** A function that searches for these queries. */
const searchFor = ({ job }: Lab, queries: Queries) => {
  const ending = Object.entries(queries).filter(([, typed]) => !('throws' in typed));
  const jobs = ending.map(([query, { takes, isDeaf, ...how }]) => {
    const gives = query.toUpperCase();
    const work = job<unknown>(`search ${query}`, takes, { gives, ...how });
    const search = (signal: AbortSignal) => work(isDeaf ? undefined : signal);
    const closing = (signal: AbortSignal) =>
      search(signal).catch(() => Promise.reject(how.closesWith));
    return [query, 'closesWith' in how ? closing : search] as const;
  });
  const found = Object.fromEntries(jobs);
  return (query: string, signal: AbortSignal): Promise<unknown> => {
    const typed = queries[query];
    if (!typed) throw new Error(`search was called with '${query}', which is in no call`);
    if ('throws' in typed) throw typed.throws;
    return found[query]?.(signal) as Promise<unknown>;
  };
};

/** Makes a call for each query, at its ms. */
const typeIn = ({ at, call }: Lab, find: (query: string) => Promise<unknown>, queries: Queries) =>
  Object.entries(queries).map(([query, typed]) => {
    const make = () => call(`find ${query}`, () => find(query));
    if (typed.at === 0) return make();
    return new Promise<void>((resolve) => at(typed.at, resolve)).then(make);
  });

/** When each call and each search of these ends, if they are calls of one function. */
const planOf = (queries: Queries): NonNullable<Trace['plan']> => {
  const entries = Object.entries(queries);
  const plans = entries.map(([query, typed], i) => {
    const { at, stopsIn = 0 } = typed;
    const own = 'throws' in typed ? at : at + typed.takes;
    const next = entries[i + 1]?.[1].at ?? Infinity;
    const isOvertaken = next < own;
    const isTold = isOvertaken && !typed.isDeaf;
    const end = isTold ? next + stopsIn : own;
    const fails = isOvertaken || 'failsWith' in typed || 'throws' in typed;
    const call = [at, end, { fails }] as const;
    const search = [at, end, isTold ? { aborted: next } : {}] as const;
    return 'throws' in typed
      ? { [`find ${query}`]: call }
      : { [`find ${query}`]: call, [`search ${query}`]: search };
  });
  return Object.assign({}, ...plans);
};

/** The value; or the name of the error, if that is an AbortError. */
const told = (call: Promise<unknown>) =>
  call.catch((error: unknown) => {
    if (error instanceof Error && error.name === 'AbortError') return error.name;
    throw error;
  });

/** Waits for the last of these calls, which is not to be overtaken. What becomes of the others has its own tests. */
const waitForLast = (calls: Promise<unknown>[]) => {
  for (const call of calls) call.catch(() => {});
  return calls.slice(-1).map(told)[0];
};

/** All of these calls, and what becomes of the last one. */
const typing = (queries: Queries) =>
  observe((lab) => waitForLast(typeIn(lab, latest(searchFor(lab, queries)), queries)), {
    mayLeave,
    plan: planOf(queries),
  });

/** All of these calls, and what becomes of the one in that place. With the reason of its signal. */
const typingFor = async (place: number, queries: Queries) => {
  const signals: AbortSignal[] = [];
  const trace = await observe(
    (lab) => {
      const search = searchFor(lab, queries);
      const find = latest((query: string, signal) => {
        signals.push(signal);
        return search(query, signal);
      });
      const calls = typeIn(lab, find, queries);
      for (const [i, call] of calls.entries()) if (i !== place) call.catch(() => {});
      return calls[place];
    },
    { mayLeave, plan: planOf(queries) },
  );
  return { trace, reason: signals[place]?.reason };
};

/** 'search r' stops in 11 ms. 'search ro' does not look at its signal, and ends after 'search rom'. */
const rome = () =>
  typing({
    r: { at: 0, takes: 97, stopsIn: 11 },
    ro: { at: 19, takes: 67, isDeaf: true },
    rom: { at: 53, takes: 17 },
  });

/** Three searches that stop when they are told to. 'search ro' is still stopping when 'search rom' has ended. */
const stopping = ({ ro, rom }: { ro: number; rom: number }) =>
  typing({
    r: { at: 0, takes: 97, stopsIn: 11 },
    ro: { at: ro, takes: 67, stopsIn: 43 },
    rom: { at: rom, takes: 17 },
  });

/** What becomes of 'r', which is overtaken at 19 ms by a call that ends at 42 ms, or throws. */
const overtaken = (first: Partial<Typed>, second: Partial<Typed> = {}) =>
  typingFor(0, { r: { at: 0, takes: 97, ...first }, ro: { at: 19, takes: 23, ...second } });

/** One call, and its value. */
const alone = (gives: unknown) => {
  const queries = { r: { at: 0, takes: 97, gives } };
  return observe(
    (lab) => {
      const [call] = typeIn(lab, latest(searchFor(lab, queries)), queries);
      return call?.then((value) => ({ fulfilled: value }));
    },
    { plan: planOf(queries) },
  );
};

/** The last one of two calls, of which the first one is overtaken at 19 ms. */
const latestOf = (last: Partial<Typed>) =>
  typingFor(1, { r: { at: 0, takes: 97, stopsIn: 11 }, ro: { at: 19, takes: 67, ...last } });

/** The search of 'ro' returns a promise that has already rejected, while that of 'r' is stopping. */
const rejectedAtOnce = (reason: unknown) =>
  observe(
    async ({ job, call, sleep }) => {
      const work = job('search r', 97, { stopsIn: 11 });
      const find = latest<unknown>((query, signal) =>
        query === 'r' ? work(signal) : Promise.reject(reason),
      );
      call('find r', () => find('r')).catch(() => {});
      await sleep(19);
      return call('find ro', () => find('ro'));
    },
    {
      mayLeave,
      plan: {
        'find r': [0, 30, { fails: true }],
        'search r': [0, 30, { aborted: 19 }],
        'find ro': [19, 19, { fails: true }],
      },
    },
  );

/** Its search throws in the call. */
const throwing = (reason: unknown) =>
  observe(({ call }) => {
    const find = latest(() => {
      throw reason;
    });
    return call('find r', () => find('r'));
  });

/** Logs what each search is called with. All calls come at the same time. */
const logging = (queries: string[]) =>
  observe(
    ({ log, job }) => {
      const work = job('search', 97);
      const find = latest((query: string, signal) => {
        const isSignal = signal instanceof AbortSignal;
        const kind = isSignal && signal.aborted ? 'an aborted signal' : 'a signal';
        log(`search('${query}') with ${isSignal ? kind : 'no signal'}`);
        return work();
      });
      log('latest has returned');
      return waitForLast(queries.map((query) => find(query)));
    },
    { mayLeave },
  );

/** The same query again, when the first call has ended. Logs whether the two searches share a signal. */
const equalInTurn = () =>
  observe(
    async ({ log, job }) => {
      const work = job('search', 23);
      const known = new Set<AbortSignal>();
      const find = latest((query: string, signal) => {
        const whose = known.has(signal) ? 'the signal of an earlier search' : 'a signal of its own';
        known.add(signal);
        log(`search('${query}') with ${whose}`);
        return work();
      });
      await find('ro');
      await find('ro');
    },
    { mayLeave },
  );

/** Logs that 'search r' is told to stop. The second call comes right after the first one. */
const loggingAborts = () =>
  observe(
    ({ log, job }) => {
      const work = job('search', 97);
      const find = latest((query: string, signal) => {
        signal?.addEventListener('abort', () => log(`search ${query} is told to stop`));
        return work();
      });
      return waitForLast(['r', 'ro'].map((query) => find(query)));
    },
    { mayLeave },
  );

/** 23 calls whose searches reject, one after another, and one that fulfils. */
const afterManyFailures = () => {
  const reason = new Error('no such word');
  return observe(
    async ({ job }) => {
      const word = job('word', 3, { failsWith: reason });
      const rome = job('rome', 3);
      const find = latest((query: string, signal) => (query === 'rome' ? rome : word)(signal));
      for (let i = 0; i < 23; i++) {
        await find('word').catch((error: unknown) => {
          if (error !== reason) throw error;
        });
      }
      return find('rome');
    },
    { mayLeave },
  );
};

/** Two calls with the same query, and what becomes of each. The searches do not look at their signals. */
const equalQueries = () =>
  observe(
    ({ job }) => {
      const searches = [job('first search', 97), job('second search', 23)];
      const find = latest(() => searches.shift()?.() as Promise<string>);
      return Promise.all([told(find('ro')), told(find('ro'))]);
    },
    { mayLeave },
  );

/** The searches do not look at their signals, and log when those are aborted: 'r' at 19 ms, 'ro' at 53 ms. */
const deafAndLogging = () => {
  const queries = {
    r: { at: 0, takes: 97, isDeaf: true },
    ro: { at: 19, takes: 67, isDeaf: true },
    rom: { at: 53, takes: 17, isDeaf: true },
  };
  return observe(
    (lab) => {
      const search = searchFor(lab, queries);
      const find = latest((query: string, signal) => {
        signal?.addEventListener('abort', () => lab.log(`search ${query} is told to stop`));
        return search(query, signal);
      });
      return waitForLast(typeIn(lab, find, queries));
    },
    { mayLeave },
  );
};

/** No search looks at its signal, so they end in this order. */
const ending = (takes: { r: number; ro: number; rom: number }) => {
  const queries = {
    r: { at: 0, takes: takes.r, isDeaf: true },
    ro: { at: 3, takes: takes.ro, isDeaf: true },
    rom: { at: 7, takes: takes.rom, isDeaf: true },
  };
  return observe(
    (lab) => Promise.all(typeIn(lab, latest(searchFor(lab, queries)), queries).map(told)),
    { mayLeave, plan: planOf(queries) },
  );
};

/** One call after another: it fulfils, rejects, throws; two are overtaken; the last one fulfils. */
const oneAfterAnother = () => {
  const reason = new Error('no such word');
  const rejected = (call: Promise<unknown> | undefined) =>
    call?.catch((error: unknown) => {
      if (error === reason) return 'rejected';
      throw error;
    });
  const queries = {
    r: { at: 0, takes: 13 },
    ro: { at: 19, takes: 5, failsWith: reason },
    rom: { at: 31, takes: 1, throws: reason },
    rome: { at: 37, takes: 97, stopsIn: 7 },
    roma: { at: 41, takes: 97, stopsIn: 61 },
    romeo: { at: 59, takes: 11 },
  };
  return observe(
    (lab) => {
      const [r, ro, rom, ...rest] = typeIn(lab, latest(searchFor(lab, queries)), queries);
      return Promise.all([r, rejected(ro), rejected(rom), ...rest.map(told)]);
    },
    { mayLeave, plan: planOf(queries) },
  );
};

/** Two search boxes with the same search: 'people' has a call at 0 ms, 'places' at 19 ms and at 53 ms. */
const twoBoxes = () => {
  const queries = {
    ann: { at: 0, takes: 97, stopsIn: 11 },
    r: { at: 19, takes: 97, stopsIn: 11 },
    rome: { at: 53, takes: 23 },
  };
  return observe(
    (lab) => {
      const search = searchFor(lab, queries);
      const [people, places] = [latest(search), latest(search)];
      const find = (query: string) => (query === 'ann' ? people(query) : places(query));
      return Promise.all(typeIn(lab, find, queries).map(told));
    },
    {
      mayLeave,
      plan: {
        'find ann': [0, 97],
        'search ann': [0, 97],
        'find r': [19, 64, { fails: true }],
        'search r': [19, 64, { aborted: 53 }],
        'find rome': [53, 76],
        'search rome': [53, 76],
      },
    },
  );
};

test('calls search during each call, with the query and a signal that is not aborted', async () => {
  expect(await rome()).toStartAt({ 'search r': 0, 'search ro': 19, 'search rom': 53 });
  expect(await logging(['ro'])).toLogInTheCall('latest has returned', "search('ro') with a signal");
  const trace = await logging(['', ' Ro', ' Ro']);
  const lines = ['', ' Ro', ' Ro'].map((query) => `search('${query}') with a signal`);
  expect(trace).toLog([0, 'latest has returned'], ...lines.map((line) => [0, line] as const), OWN);
  expect(trace).toLogInTheCall('latest has returned', ...lines);
  const own = "search('ro') with a signal of its own";
  expect(await equalInTurn()).toLog([0, own], [23, own], OWN);
});

test('aborts the signal of the search that it overtakes, and never that of the latest one', async () => {
  expect(await stopping({ ro: 19, rom: 53 })).toAbort({ 'search r': 19, 'search ro': 53 }, TELL);
  expect(await stopping({ ro: 0, rom: 0 })).toAbort({ 'search r': 0, 'search ro': 0 }, TELL);
  expect(await deafAndLogging()).toLog(
    [19, 'search r is told to stop'],
    [53, 'search ro is told to stop'],
    'A call aborts the signal of the search before it, and no other one.',
  );
  expect(await loggingAborts()).toLogInTheCall('search r is told to stop');
  const { trace } = await latestOf({ failsWith: new Error('no such word') });
  expect(trace).toAbortOnlyRunning('No later call came, so no search has to be told to stop.');
});

test('rejects with the reason of the signal when the overtaken search has ended, and not earlier', async () => {
  const { trace, reason } = await overtaken({ stopsIn: 11 });
  expect(trace).toFailWith(ABORT, 30, OVERTAKEN);
  expect(trace).toRejectWith(reason, 30);
});

test('does so whatever that search ends with, also after the later call has ended', async () => {
  await eachValue(['search r'], async (values) => {
    const { trace, reason } = await overtaken({ isDeaf: true, gives: values['search r'] });
    expect(trace).toFailWith(ABORT, 97, STALE);
    expect(trace).toRejectWith(reason, 97);
  });
  await eachReason(['search r'], async (reasons) => {
    const { trace, reason } = await overtaken({ isDeaf: true, failsWith: reasons['search r'] });
    expect(trace).toFailWith(ABORT, 97, CONSEQUENCE);
    expect(trace).toRejectWith(reason, 97);
    const closing = await overtaken({ stopsIn: 11, closesWith: reasons['search r'] });
    expect(closing.trace).toFailWith(ABORT, 30, CONSEQUENCE);
  });
  expect(await equalQueries()).toGive(['AbortError', 'SECOND SEARCH'], EQUAL);
  const error = new Error('no such word');
  for (const second of [{ failsWith: error }, { throws: error }]) {
    const { trace, reason } = await overtaken({ isDeaf: true }, second);
    expect(trace).toFailWith(ABORT, 97, ALTHOUGH);
    expect(trace).toRejectWith(reason, 97);
  }
});

test('fulfils with the value of the latest search, whatever value and in whatever order they end', async () => {
  await eachValue(['search r'], async (values) => {
    const trace = await alone(values['search r']);
    expect(trace).toGive({ fulfilled: values['search r'] }, NEWEST);
    expect(trace).toTake(97);
  });
  await explore(['r', 'ro', 'rom'], async (takes) => {
    const trace = await ending(takes);
    expect(trace).toGive(['AbortError', 'AbortError', 'ROM'], ORDER);
    expect(trace).toRunAsPlanned();
  });
});

test('rejects with the same reason when the latest search rejects or throws', async () => {
  await eachReason(['search'], async ({ search }) => {
    const { trace } = await latestOf({ failsWith: search });
    expect(trace).toRejectWith(search, 86, NEWEST);
    expect(await rejectedAtOnce(search)).toRejectWith(search, 19, NEWEST);
  });
  await eachReason(
    ['search'],
    async ({ search }) => {
      expect(await throwing(search)).toRejectWith(search, 0, NEWEST);
      const { trace } = await latestOf({ throws: search });
      expect(trace).toRejectWith(search, 19, NEWEST);
    },
    'throws',
  );
});

test('works again after each way in which a call can end', async () => {
  await again(oneAfterAnother, (trace) => {
    expect(trace).toRunAsPlanned(OVER);
    expect(trace).toGive(['R', 'rejected', 'rejected', 'AbortError', 'AbortError', 'ROMEO'], OVER);
  });
  expect(await afterManyFailures()).toGive('ROME', OVER);
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
  expect(await rome()).toSetTimers(
    0,
    'No caller asks for a time limit or for a wait, and a promise calls its handlers by itself.',
  );
});
