import {
  again,
  eachCase,
  eachMoment,
  eachReason,
  eachValue,
  expect,
  type Lab,
  type Later,
  observe,
  type Plan,
  type Trace,
  test,
  together,
} from '#lab';
import { Lock } from './2-lock.ts';

/** A scene may end before a job does. A timer has its own test. */
const mayLeave: ['work', 'timer'] = ['work', 'timer'];

const BROKEN = new Error('the connection is broken');

const LOST =
  'Three bicycles were in stock, and each of three customers buys one. Nobody else may read the stock between a read and the write that depends on it.';

const ALONE =
  'Nobody else may have the lock while the work is in flight. When it settles, the call that waits longest gets the lock in that millisecond.';

const IN_LINE =
  'The calls of `run` and of `acquire` stand in one line, and the first in the line gets the lock.';

const HAND_OVER =
  'Hand the lock over to the call that waits longest, in one step. While the lock is free and its next holder has yet to wake up, a newcomer can take it.';

const LOCKED = 'The lock is locked as soon as `acquire` or `run` has been called.';

const UNLOCKED = 'When the last holder has released the lock, and no call waits, it is unlocked.';

const AROUND =
  '`isLocked` is true when `run` has been called, and false when its promise has settled.';

const STAYS =
  'When the lock is released while a call waits, it has a next holder immediately, so it is still locked.';

const TWICE =
  "'a' has called its function again, and only the first call counts: 'a' does not have the lock any more.";

const ITS_OWN = 'A call of `run` settles when its own work does.';

const FREE =
  'Work that has rejected has ended, and so has an `f` that has thrown: release the lock, exactly once. The others have nothing to do with that.';

const EACH = 'Each call waits for the lock, whatever function it gets, and whatever that returns.';

const INSIDE = "'a' has the lock until its own work has ended. The call that its `f` makes waits.";

const APART = 'Each lock has its own holder and its own line.';

const AS_BEFORE = 'When all have released the lock, it is as free as at the beginning.';

const NO_TIMER =
  'The code that releases the lock can wake the next call itself, and needs no timer.';

/** Gets the lock, calls `f`, and releases the lock. */
type Use = <T>(lock: Lock, f: () => Promise<T>) => Promise<T>;

const byRun: Use = (lock, f) => lock.run(f);

const byHand: Use = async (lock, f) => {
  const release = await lock.acquire();
  return f().finally(release);
};

const observeLock = (scene: (lab: Lab, lock: Lock) => Promise<unknown>, plan?: Plan) =>
  observe((lab) => scene(lab, new Lock()), { mayLeave, plan });

/** A call: when it is made (at 0 unless told), and how its work goes. */
interface Asked {
  at?: number;
  /** 0: its function throws, or returns a promise that has already settled. */
  takes: number;
  gives?: unknown;
  failsWith?: unknown;
  throws?: unknown;
  /** `byRun` unless told. */
  use?: Use;
  /** It uses a second lock. */
  isApart?: boolean;
}

type Calls = Readonly<Record<string, Asked>>;

/** `'a 31, b 11 by hand, c 7 at 5'`: work of 31 ms, of 11 ms with `acquire`, and of 7 ms that is called at 5 ms. */
const callsOf = (text: string): Calls =>
  Object.fromEntries(
    text.split(', ').map((one) => {
      const [name, takes, at = 0] = one.replace(' by hand', '').split(/ at | /);
      const use = one.endsWith('by hand') ? byHand : byRun;
      return [name, { takes: Number(takes), at: Number(at), use }];
    }),
  );

/** When each work starts and ends, one after another. */
const planOf = (calls: Calls, of?: string): Plan => {
  const free = [0, 0] as [number, number];
  const plans = Object.entries(calls).map(([name, { at = 0, takes, isApart, ...how }]) => {
    const start = Math.max(at, free[isApart ? 1 : 0]);
    free[isApart ? 1 : 0] = start + takes;
    const fails = 'failsWith' in how || 'throws' in how;
    return {
      ...(name === of && { [`run ${name}`]: [at, start + takes, { fails }] }),
      ...(takes > 0 && { [name]: [start, start + takes] }),
    };
  });
  return Object.assign({}, ...plans);
};

/** Makes all of these calls. Waits for the call `of`; otherwise for all, and what they settle with is not asked. */
const calling = (calls: Calls, of?: string) =>
  observe(
    ({ at, call, job }) => {
      const [lock, other] = [new Lock(), new Lock()];
      const made = Object.entries(calls).map(
        ([name, { at: ms = 0, takes, use = byRun, ...how }]) => {
          const work = takes > 0 && job<unknown>(name, takes, how);
          const f = () => {
            if (work) return work();
            if ('throws' in how) throw how.throws;
            return 'failsWith' in how ? Promise.reject(how.failsWith) : Promise.resolve(how.gives);
          };
          const one = how.isApart ? other : lock;
          const make = () => use(one, f);
          const begin = () => (of === name ? call(`run ${name}`, make) : make());
          return ms > 0 ? new Promise<void>((resolve) => at(ms, resolve)).then(begin) : begin();
        },
      );
      if (of) {
        for (const one of made) one.catch(() => {});
        return made[Object.keys(calls).indexOf(of)]?.then((value) => ({ fulfilled: value }));
      }
      const known = Object.values(calls).flatMap((how) => [how.failsWith, how.throws]);
      // A bug in the code gets out; what becomes of a failure has its own tests.
      const quietly = (error: unknown) => known.includes(error) || Promise.reject(error);
      return Promise.all(made.map((one) => one.catch(quietly))).then(() => 'all have settled');
    },
    { mayLeave, plan: planOf(calls, of) },
  );

/** How long each customer needs to read the stock, and to write it. */
const CUSTOMERS = [
  ['ann', 7, 11],
  ['ben', 13, 5],
  ['cem', 3, 17],
] as const;

const SALES: Plan = {
  ...{ 'sell ann': [0, 18], 'read ann': [0, 7], 'write ann': [7, 18] },
  ...{ 'sell ben': [0, 36], 'read ben': [18, 31], 'write ben': [31, 36] },
  ...{ 'sell cem': [0, 56], 'read cem': [36, 39], 'write cem': [39, 56] },
};

/** Three bicycles are in stock, and each customer reads that, and writes one less. */
const selling = (use: Use) =>
  observeLock(async ({ call, job }, lock) => {
    let stock = 3;
    const sales = CUSTOMERS.map(([name, reads, writes]) => {
      const sell = async () => {
        const found = await job(`read ${name}`, reads)().then(() => stock);
        await job(`write ${name}`, writes)();
        stock = found - 1;
      };
      return call(`sell ${name}`, () => use(lock, sell));
    });
    await Promise.all(sales);
    return { stock };
  }, SALES);

/** Some come while others wait, and some when the lock is free again. */
const LATER = callsOf(
  'a 31, b 11 by hand, c 17 by hand, d 23, e 13 by hand, f 7 at 5, g 41 at 43 by hand, h 19 at 199 by hand, i 3 at 211, j 43 at 307, k 5 at 311',
);

/** `LATER`, beside calls that use another lock, which are made at the same time. */
const BESIDE: Calls = Object.fromEntries(
  Object.entries(LATER).flatMap(([name, how]) => [
    [name, how],
    [`${name} apart`, { ...how, takes: how.takes + 2, isApart: true }],
  ]),
);

/** So many calls at once. Most of them reject or throw. */
const failing = (count: number): Calls =>
  Object.fromEntries(
    Array.from({ length: count }, (_, i) => {
      const takes = i % 13 === 0 ? 3 + (i % 5) : 0;
      const how = takes > 0 || i % 3 === 0 ? { failsWith: BROKEN } : { throws: BROKEN };
      return [`no. ${i + 1}`, { takes, ...how }];
    }),
  );

/** 'new' comes when 'a' has ended at 13 ms, or in a microtask after that, while those in `waiting` wait. */
const newcomer = (later: Later, use: Use, waiting: string, end: object) =>
  observeLock(
    async ({ job }, lock) => {
      const asked = new Promise<unknown>((resolve) => {
        const ask = () => resolve(later(() => use(lock, job('new', 17))));
        const work = job('a', 13, end);
        const runs = () => {
          const ended = work();
          ended.then(ask, ask);
          return ended;
        };
        if (use === byRun) lock.run(runs).catch(() => {});
        else lock.acquire().then((release) => work().then(release).then(ask));
      });
      await Promise.all([...waiting].map((name) => use(lock, job(name, 17))));
      return asked;
    },
    planOf(callsOf(`a 13, ${[...waiting, 'new'].map((name) => `${name} 17`).join(', ')}`)),
  );

/** Looks at `isLocked` so many microtasks after 'a' has released the lock, for which `waiting` calls wait. */
const looking = (later: Later, waiting: number) =>
  observeLock(async ({ job, log }, lock) => {
    const tell = (when: string) => log(`${when}: ${lock.isLocked ? 'locked' : 'unlocked'}`);
    tell('at first');
    const acquired = lock.acquire();
    tell('called');
    const others = Array.from({ length: waiting }, () => lock.run(job('b', 5)));
    const release = await acquired;
    tell('acquired');
    await job('a', 13)();
    release();
    await later(() => tell('released'));
    await Promise.all(others);
    tell('at the end');
  });

const whyLocked = ({ marks }: Trace, waiting: number) => {
  const says = (line: string) => marks.some((mark) => mark.line === line);
  if (says('called: unlocked') || says('acquired: unlocked')) return LOCKED;
  return waiting > 0 && says('released: unlocked') ? STAYS : UNLOCKED;
};

/** Looks at `isLocked` when `run` has been called, and when that has settled. */
const around = (options: { fails?: boolean }) =>
  observeLock(({ job, log }, lock) => {
    const tell = () => log(lock.isLocked ? 'locked' : 'unlocked');
    const running = lock.run(job('a', 13, options)).then(tell, tell);
    tell();
    return running;
  });

/** When 'a' calls its function again, and how many calls wait for the lock before that. */
const SECONDS: Record<string, [ms: number, waiting: number]> = {
  'When both calls come one right after the other:': [13, 2],
  "When 'b' has the lock, and 'c' waits:": [17, 2],
  "When 'b' has the lock, and no call waits:": [17, 1],
  'When the lock is free:': [101, 2],
  'When no other call has come before:': [13, 0],
};

/** 'a' has the lock until 13 ms, and calls its function again at a later time, many times. */
const twice = (ms: number, waiting: number) => {
  const before = ['b', 'c'].slice(0, waiting);
  const plan = [...before.map((name) => `${name} 17`), `d 17 at ${ms}, e 17, f 17, g 17`];
  return observeLock(
    async ({ at, job, log }, lock) => {
      const use = (name: string) => lock.run(job(name, 17));
      const release = await lock.acquire();
      const others = before.map(use);
      await job('a', 13)();
      release();
      if (ms > 13) await new Promise<void>((resolve) => at(ms - 13, resolve));
      for (let i = 0; i < 9; i++) release();
      log(lock.isLocked ? 'locked' : 'unlocked');
      await Promise.all([...others, ...['d', 'e'].map(use)]);
      await Promise.all(['f', 'g'].map(use));
    },
    planOf(callsOf(['a 13', ...plan].join(', '))),
  );
};

/** A call that waits for 'a', and one that does not. */
const both = async (how: Asked, check: (trace: Trace, ms: number) => void) => {
  check(await calling({ b: how }, 'b'), how.takes);
  check(await calling({ a: { takes: 13 }, b: how }, 'b'), 13 + how.takes);
};

/** Calls that get the very same function, or functions that return the very same promise. */
const theSame = (isPromise: boolean) =>
  observeLock(
    ({ job }, lock) => {
      const a = job('a', 13);
      const shared = isPromise ? a() : undefined;
      let times = 0;
      const f = () => shared ?? a().then(() => `A${++times}`);
      return Promise.all([lock.run(f), lock.run(f), lock.run(job('b', 11)), lock.run(f)]);
    },
    isPromise
      ? { a: [0, 13], b: [13, 24] }
      : { a: [0, 13, 37].map((start) => [start, start + 13] as const), b: [26, 37] },
  );

/** The function of 'a' asks for the lock again, and does not wait for it. */
const inside = (use: Use) =>
  observeLock(
    ({ job }, lock) =>
      new Promise((resolve, reject) => {
        const f = () => {
          use(lock, job('b', 17)).then(resolve, reject);
          return job('a', 13)();
        };
        lock.run(f).catch(reject);
      }),
    planOf(callsOf('a 13, b 17')),
  );

test('run calls f once, when no other caller has the lock', async () => {
  const trace = await selling(byRun);
  expect(trace).toGive({ stock: 0 }, LOST);
  expect(trace).toRunAsPlanned(ALONE);
});

test('acquire fulfils with a function that releases the lock, when no other caller has it', async () => {
  const trace = await selling(byHand);
  expect(trace).toGive({ stock: 0 }, LOST);
  expect(trace).toRunAsPlanned(ALONE);
});

test('hands the lock to the calls that wait, in their order', async () => {
  expect(await calling(LATER)).toRunAsPlanned(IN_LINE);
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

test('releases the lock when its work rejects, or f throws, and goes on with the others', async () => {
  const ends = [
    { takes: 13, failsWith: BROKEN },
    { takes: 0, failsWith: BROKEN },
    { takes: 0, throws: BROKEN },
  ];
  for (const a of ends) {
    const scenes: Calls[] = [
      { a, b: { takes: 11 } },
      { x: { takes: 7 }, a, b: { takes: 11, use: byHand } },
    ];
    for (const calls of scenes) {
      const trace = await calling(calls, 'b');
      expect(trace).toGive({ fulfilled: 'B' }, FREE);
      expect(trace).toRunAsPlanned(FREE);
    }
  }
  const late = { at: 997, takes: 5 };
  const trace = await calling({ ...failing(41), x: late, y: late });
  expect(trace).toPeakAt(1, FREE);
  expect(trace).toRunAsPlanned(FREE);
});

test('needs the lock for each call, also for the same f or promise, and inside of an f', async () => {
  const functions = await theSame(false);
  expect(functions).toGive(['A1', 'A2', 'B', 'A3'], EACH);
  expect(functions).toRunAsPlanned(EACH);
  const promises = await theSame(true);
  expect(promises).toRunAsPlanned(EACH);
  expect(promises).toGive(['A', 'A', 'B', 'A'], EACH);
  for (const use of [byRun, byHand]) expect(await inside(use)).toRunAsPlanned(INSIDE);
});

test('lets no call overtake one that waits, in whatever microtask it comes', async () => {
  const ways = [[byRun], [byRun, { fails: true }], [byHand]] as const;
  for (const waiting of ['b', 'bc', ''])
    for (const [use, end = {}] of ways)
      await eachMoment("'new' asks for the lock", "'a' has ended", async (later) => {
        const trace = await newcomer(later, use, waiting, end);
        expect(trace).toPeakAt(1, HAND_OVER);
        expect(trace).toRunAsPlanned(HAND_OVER);
      });
});

test('is locked until the lock is released and no call waits', async () => {
  await eachMoment('isLocked is read', "'a' has released the lock", async (later) => {
    for (const waiting of [0, 1]) {
      const trace = await looking(later, waiting);
      expect(trace).toLog(
        [0, 'at first: unlocked'],
        [0, 'called: locked'],
        [0, 'acquired: locked'],
        [13, `released: ${waiting > 0 ? 'locked' : 'unlocked'}`],
        [waiting > 0 ? 18 : 13, 'at the end: unlocked'],
        whyLocked(trace, waiting),
      );
    }
  });
  for (const fails of [false, true])
    expect(await around({ fails })).toLog([0, 'locked'], [13, 'unlocked'], AROUND);
});

test('does nothing when the function that releases the lock is called again', async () => {
  await eachCase(SECONDS, async ([ms, waiting]) => {
    const trace = await twice(ms, waiting);
    expect(trace).toPeakAt(1, TWICE);
    expect(trace).toRunAsPlanned(TWICE);
    const isLocked = ms < 13 + 17 * waiting;
    expect(trace).toLog([ms, isLocked ? 'locked' : 'unlocked'], TWICE);
  });
});

test('is a lock of its own, and works as at the beginning when all have released it', async () => {
  expect(await calling(BESIDE)).toRunAsPlanned(APART);
  for (const repeat of [again, together])
    await repeat(
      () => calling(LATER),
      (trace) => expect(trace).toRunAsPlanned(APART),
    );
  expect(await calling(LATER)).toGive('all have settled', AS_BEFORE);
});

test('sets no timer', async () => {
  expect(await calling(LATER)).toSetTimers(0, NO_TIMER);
});
