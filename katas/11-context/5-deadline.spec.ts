import { AsyncLocalStorage } from 'node:async_hooks';
import { getEventListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  again,
  eachCase,
  eachReason,
  eachValue,
  expect,
  explore,
  type Lab,
  observe,
  type Plan,
  test,
  together,
} from '#lab';
import { deadlineSignal, timeLeft, withDeadline } from './5-deadline.ts';

const UP =
  "Abort the signal when the time is up: in that ms, and not before. Was its timer cleared before 'f' had settled?";
const NOT_BEFORE = "'f' has settled in time. Its signal is for what it has set going, too.";
const AS_F =
  "'withDeadline' settles as 'f' does: it tells the work to stop, and waits for its end.";
const NEVER_EARLIER =
  "To be told is not to have ended. Settle with 'f', also when it ends late, or has its own answer to the abort.";
const CALL = "Call 'f' in the call, also within another deadline, and also when no time is left.";
const LEFT = 'What is left is the time of the deadline less the time of now, and 0 when it is up.';
const GOES_ON = "What 'f' has set going is in its deadline, also when 'f' has settled.";
const SET_GOING = "All code that 'f' sets going is to find the one signal of this call.";
const OTHERS =
  'Other code has AsyncLocalStorages of its own. They are to be as they were around the call.';
const CALLER =
  "The deadline is for 'f' and what it sets going. For all other code, all is as it was.";
const EARLIER = 'Of several limits around a piece of work, the one that comes first counts.';
const IS_UP = "The outer time is up. The inner call has no time, and its 'f' finds that out.";
const OUTER =
  'To the outer call it does not matter how an inner one ends. There, its own limit holds.';
const APART = 'Each call has its own limit, counted from its own beginning.';
const ONE_TIMER =
  'A deadline needs one timer. What is left stands on the clock, and a promise tells its end.';
const LISTENERS =
  'The outer signal lives on, and there may be thousands of inner calls. Each has to remove what it has added.';
const NO_SENSE = 'This is no limit. Say so before anything is called.';

/** That a call leaves nothing has a test of its own. */
const mayLeave: ['work', 'timer'] = ['work', 'timer'];

/** So has how it settles. A bug of the code gets out. */
const pardon = (error: unknown) => {
  const isKnown =
    error instanceof Error && / f failed$|AbortError|TimeoutError/.test(String(error));
  if (!isKnown) throw error;
};

const limit = (ms: number, f: () => Promise<unknown>) => withDeadline(ms, f).catch(pardon);

/** Asks for the signal first, twice: some code makes it, and sets the timer, when it is asked for. */
const asking = (f: () => Promise<unknown>) => () => {
  deadlineSignal();
  deadlineSignal();
  return f();
};

/** Calls it within all of these limits; the first one is the innermost. */
const within = <T>(limits: readonly number[], f: () => Promise<T>): Promise<T> =>
  limits.reduce((inner, ms) => () => withDeadline(ms, inner), f)();

/** Takes so many ms, and its signal from its context. */
type Work = (name: string, takes: number, stopsIn?: number) => Promise<unknown>;

type Scene = (lab: Lab, work: Work) => unknown;

const observing = (scene: Scene, plan?: Plan) =>
  observe(
    (lab) =>
      scene(lab, async (name, takes, stopsIn = 0) => {
        const signal = deadlineSignal();
        await lab
          .job(name, takes, { stopsIn })(signal)
          .catch((error: unknown) => {
            if (!signal?.aborted || !Object.is(error, signal.reason)) throw error;
          });
      }),
    { mayLeave, ...(plan && { plan }) },
  );

/** From now on, notes whether this signal is found. */
const telling = ({ reads }: Lab) => {
  const known = deadlineSignal();
  const name = (signal: AbortSignal) => (signal === known ? 'the same signal' : 'another signal');
  return (what: string) => {
    const signal = deadlineSignal();
    reads(what, signal ? name(signal) : 'no signal');
  };
};

/** What reads that, and at which ms: `'7 a; 11 b'`. */
const due = (value: unknown, text: string) =>
  text.split('; ').map((one) => {
    const [ms = '', ...what] = one.split(' ');
    return [Number(ms), what.join(' '), value] as const;
  });

test('aborts the signal when the time is up, and not before', async () => {
  const trace = await observing(
    ({ call }, work) =>
      call('page', () =>
        limit(30, async () => {
          await work('user', 11);
          await work('query', 90, 5);
        }),
      ),
    { page: [0, 35], user: [0, 11], query: [11, 35, { aborted: 30 }] },
  );
  expect(trace).toAbort({ query: 30 }, UP);
  expect(trace).toRunAsPlanned(NEVER_EARLIER);
  for (const ms of [1, 2, 41, 0, 0.5, 1.5, 12.7, 100, 2 ** 31 - 1, Infinity])
    await eachCase({ [`With a limit of ${ms} ms:`]: Math.min(ms, 97) }, async (end) => {
      const limited = await observing(async ({ now }, work) => {
        await limit(ms, () => work('query', 97));
        const ends = [Math.trunc(end), Math.ceil(end), end < 1 ? 1 : end];
        return `it ended at ${ends.includes(now()) ? end : now()} ms`;
      });
      if (ms > 97) expect(limited).toAbort({}, UP);
      expect(limited).toGive(`it ended at ${end} ms`, UP);
    });
  const long = await observing((_, work) => limit(2 ** 30, () => work('query', 2 ** 31 - 1)));
  expect(long).toAbort({ query: 2 ** 30 }, UP);
  const busy = await observing(({ burn }, work) =>
    limit(30, () => {
      burn(11);
      return work('query', 90);
    }),
  );
  expect(busy).toAbort({ query: 30 }, UP);
  for (const fails of [false, true]) {
    const settled = await observing(async ({ sleep, job, log, now }) => {
      await limit(30, async () => {
        deadlineSignal()?.addEventListener('abort', () => {
          if (now() < 30) log("the signal of 'f' was aborted");
        });
        await job('f', 7, { fails })();
      });
      await sleep(19);
    });
    expect(settled).toLog(NOT_BEFORE);
  }
});

test("settles as 'f' does, and never before it", async () => {
  const called = await observing(({ log }) => {
    const calling = withDeadline(30, async (...given: unknown[]) => {
      log(`f was called; arguments: ${given.length}`);
    });
    log('the call has returned');
    return calling;
  });
  expect(called).toLogInTheCall('f was called; arguments: 0', 'the call has returned');
  const stopped = await observing(({ job }) =>
    withDeadline(30, () => job('query', 90, { stopsIn: 5 })(deadlineSignal())),
  );
  expect(stopped).toRejectWith(stopped.spans[0]?.reason, 35, NEVER_EARLIER);
  const settling = async (ms: number, why: string) => {
    await eachValue(['f'], async ({ f }) => {
      const trace = await observing(async ({ job }) => {
        const deaf = job('f', 13, { gives: f });
        return { fulfilled: await withDeadline(ms, () => deaf()) };
      });
      expect(trace).toGive({ fulfilled: f }, why);
      expect(trace).toTake(13, why);
    });
    await eachReason(['f'], async ({ f }) => {
      const trace = await observing(({ job }) => withDeadline(ms, job('f', 13, { failsWith: f })));
      expect(trace).toRejectWith(f, 13, why);
    });
  };
  await settling(29, AS_F);
  await settling(7, NEVER_EARLIER);
  const late = await observing(({ job }) => within([29, 7], () => job('f', 13)()));
  expect(late).toGive('F', NEVER_EARLIER);
  const throwing = async ({ f }: { f: unknown }) => {
    const trace = await observing(() =>
      withDeadline(7, () => {
        throw f;
      }),
    );
    expect(trace).toRejectWith(f, 0, AS_F);
  };
  await eachReason(['f'], throwing, 'throws');
});

test('tells how much time is left', async () => {
  const trace = await observing(({ reads, job, burn }) => {
    const tell = (what: string) => reads(what, timeLeft());
    tell('outside');
    return limit(30, async () => {
      tell('f');
      await job('a', 11)();
      tell('after a');
      tell('asked again');
      burn(7);
      tell('after some work of the CPU');
      setTimeout(() => tell('a timer'), 11);
      await job('b', 31)();
      tell('when the time is up');
    });
  });
  const first = [...due(Infinity, '0 outside'), ...due(30, '0 f')];
  const next = [...due(19, '11 after a; 11 asked again'), ...due(1, '29 a timer')];
  const burnt = due(12, '18 after some work of the CPU');
  const last = due(0, '49 when the time is up');
  expect(trace).toRead([...first, ...next, ...burnt, ...last], LEFT);
  const settled = await observing(({ reads, job }) =>
    limit(30, () => {
      setTimeout(() => reads("a timer when 'f' has settled", timeLeft()), 19);
      return job('f', 7)();
    }),
  );
  expect(settled).toRead(due(11, "19 a timer when 'f' has settled"), GOES_ON);
  for (const ms of [0, 13, 17, Infinity]) {
    const busy = await observing(async ({ reads, sleep, burn }) => {
      await sleep(3);
      await limit(ms, async () => {
        burn(17);
        reads(`with a limit of ${ms} ms`, timeLeft());
      });
    });
    expect(busy).toRead(due(Math.max(0, ms - 17), `20 with a limit of ${ms} ms`), LEFT);
  }
});

test("all that 'f' sets going finds the same signal", async () => {
  for (const around of [[], [50], [50, 31, 41]]) {
    const trace = await observing((lab) => {
      const f = async () => {
        const tell = telling(lab);
        const query = async () => {
          await lab.job('query', 5)();
          tell('a function');
        };
        tell('f');
        queueMicrotask(() => tell('a microtask'));
        process.nextTick(() => tell('a job of nextTick'));
        setImmediate(() => tell('an immediate'));
        setTimeout(() => tell('a timer'), 17);
        setTimeout(() => tell('a timer, later'), 47);
        void Promise.resolve().then(() => tell('a handler'));
        void sleep(23).then(() => tell('a function that no code awaits'));
        await undefined;
        tell('after an await');
        await query();
        await Promise.all([lab.job('a', 3)(), lab.job('b', 11)()]);
        await lab.job('f', 13, { fails: true })().catch(pardon);
        tell('when the time is up');
      };
      return within([27, ...around], f).catch(pardon);
    });
    const first = '0 f; 0 a microtask; 0 a job of nextTick; 0 an immediate; 0 a handler';
    const next = '0 after an await; 5 a function; 17 a timer; 23 a function that no code awaits';
    const all = [first, next, '29 when the time is up; 47 a timer, later'].join('; ');
    expect(trace).toRead(due('the same signal', all), SET_GOING);
  }
  const users = new AsyncLocalStorage<string>();
  const others = await observing(({ runs, job }) =>
    users.run('Ada', () =>
      limit(30, async () => {
        runs('begins', users.getStore());
        await job('load', 7)();
        runs('ends', users.getStore());
        const inner = async () => runs('an inner call', users.getStore());
        await users.run('Ben', () => limit(20, inner));
      }),
    ),
  );
  const ben = due('Ben', '7 an inner call');
  expect(others).toRunIn([...due('Ada', '0 begins; 7 ends'), ...ben], OTHERS);
});

test('nothing changes for the code around the call', async () => {
  for (const outer of [undefined, 300])
    for (const ends of ['fulfils', 'rejects', 'throws', 'comes too late']) {
      const trace = await observing((lab) => {
        const work = lab.job('f', 13, { fails: ends === 'rejects' });
        const caller = async () => {
          const tell = telling(lab);
          const shared = lab.job('shared', 5)();
          void shared.then(() => tell('what is shared'));
          setTimeout(() => tell('a timer from before'), 3);
          const calling = limit(ends === 'comes too late' ? 7 : 29, () => {
            if (ends === 'throws') throw new Error('f failed');
            return shared.then(() => work());
          });
          tell('just after the call');
          setTimeout(() => tell('a timer of the caller'), 11);
          await calling;
          tell('when it has settled');
          await lab.sleep(31);
          tell('later');
          lab.reads('the time that is left', timeLeft());
        };
        return outer ? limit(outer, caller) : caller();
      });
      const end = ends === 'throws' ? 0 : 18;
      const before = '0 just after the call; 3 a timer from before; 5 what is shared';
      const after = `11 a timer of the caller; ${end} when it has settled; ${end + 31} later`;
      const all = due(outer ? 'the same signal' : 'no signal', `${before}; ${after}`);
      const left = outer ? outer - end - 31 : Infinity;
      expect(trace).toRead([...all, [end + 31, 'the time that is left', left]], CALLER);
    }
});

/** Each level loads for 2 ms, begins the next one, and queries when that has settled. The first list is the outermost. */
const nest = async (limits: readonly number[], why: string) => {
  const plan: Record<string, Plan[string]> = {};
  const aborts: Record<string, number> = {};
  let now = 2 * limits.length;
  for (const i of [...limits.keys()].reverse()) {
    const up = Math.min(...limits.slice(0, i + 1).map((ms, j) => ms + 2 * j));
    const [start, at] = [now, Math.max(now, up)];
    now = Math.min(at + 3, start + 200);
    plan[`load ${i}`] = [2 * i, 2 * i + 2];
    plan[`query ${i}`] = at < now ? [start, now, { aborted: at }] : [start, now];
    if (at < now) aborts[`query ${i}`] = at;
  }
  const level = async (i: number, work: Work): Promise<unknown> =>
    i < limits.length &&
    limit(limits[i] as number, async () => {
      await work(`load ${i}`, 2);
      await level(i + 1, work);
      await work(`query ${i}`, 200, 3);
    });
  const trace = await observing((_, work) => level(0, work), plan);
  expect(trace).toAbort(aborts, why);
  expect(trace).toRunAsPlanned(why);
};

/** Of several limits, the first one is the outermost. */
const nestEach = (lists: readonly string[], why: string) => {
  const cases = lists.map((list) => [`With ${list.replaceAll(' ', ' ms, and in it ')} ms:`, list]);
  return eachCase(Object.fromEntries(cases), (list: string) =>
    nest(list.split(' ').map(Number), why),
  );
};

test('within another deadline, the one that comes first counts', async () => {
  const deep = '29 31 37 41 43 47 53 59 61 67 71';
  await nestEach(['50 100', '50 Infinity', '50 49', '30 70 50', deep], EARLIER);
  for (const ms of [100, 40, 2, Infinity]) {
    const inTime = await observing((lab, work) =>
      limit(50, async () => {
        await work('user', 7);
        const f = async () => lab.reads(`a limit of ${ms} ms`, timeLeft());
        await within([ms, 300, 300, 300], f);
        await work('query', 90);
      }),
    );
    expect(inTime).toRead(due(Math.min(ms, 43), `7 a limit of ${ms} ms`), EARLIER);
    expect(inTime).toAbort({ query: 50 }, OUTER);
    for (const start of [20, 31]) {
      const late = await observing((lab, work) =>
        limit(20, async () => {
          await (start === 31 ? lab.job('deaf work', 31)() : work('user', 90));
          const inner = limit(ms, async () => {
            lab.log('f is called');
            lab.reads('f', timeLeft());
            await work('query', 90, 5);
          });
          lab.log('the call has returned');
          await inner;
        }),
      );
      expect(late).toRead(due(0, `${start} f`), IS_UP);
      expect(late).toAbort({ ...(start === 20 && { user: 20 }), query: start }, IS_UP);
      expect(late).toLog([start, 'f is called'], [start, 'the call has returned'], CALL);
    }
  }
});

test('an inner deadline ends nothing around it', async () => {
  await nestEach(['50 10', '50 37 11', '90 17 53 13', 'Infinity 20', '70 20 Infinity'], OUTER);
  for (const fails of [true, false]) {
    const trace = await observing((lab, work) =>
      limit(50, async () => {
        const inner = limit(23, async () => {
          await lab.job('f', 7, { fails })();
          await lab.job('deaf work', 31)();
        });
        await Promise.all([inner, limit(41, () => work('page', 90))]);
        await work('query', 90);
      }),
    );
    expect(trace).toAbort({ page: 41, query: 50 }, OUTER);
  }
});

test('each of several calls has its own deadline', async () => {
  await explore(['a', 'b', 'c'], async (limits) => {
    const scene = () =>
      observing((_, work) => {
        const one = async (name: string) => {
          await work(`load ${name}`, 2);
          await work(name, 90);
        };
        return Promise.all(Object.entries(limits).map(([name, ms]) => limit(ms, () => one(name))));
      });
    for (const repeat of [again, together])
      await repeat(scene, (trace) => expect(trace).toAbort(limits, APART));
  });
  const alone = await observing(async ({ job }, work) => {
    let inner: Promise<unknown> | undefined;
    await limit(50, () => {
      inner = limit(40, () => work('query', 90));
      return job('f', 7)();
    });
    await inner;
  });
  expect(alone).toAbort({ query: 40 }, APART);
  const same = await observing(async ({ sleep }, work) => {
    let calls = 0;
    const f = () => work(`query ${++calls}`, 90);
    const first = limit(30, f);
    await sleep(13);
    await Promise.all([first, limit(30, f), limit(30, f)]);
    await limit(30, f);
  });
  expect(same).toAbort({ 'query 1': 30, 'query 2': 43, 'query 3': 43, 'query 4': 73 }, APART);
});

test('sets one timer at most, and leaves no timer and no listener', async () => {
  const throws = () => {
    throw new Error('f failed');
  };
  const fails = { fails: true };
  const inner = (job: Lab['job']) => asking(() => limit(30, asking(job('f', 7))));
  const scenes: Record<string, [scene: Scene, timers: number]> = {
    "When 'f' fulfils in time:": [({ job }) => limit(30, asking(job('f', 7))), 1],
    "When 'f' rejects in time:": [({ job }) => limit(30, asking(job('f', 7, fails))), 1],
    "When 'f' throws:": [() => limit(30, asking(throws)), 1],
    'When the time is up:': [(_, work) => limit(7, () => work('f', 13)), 1],
    "When 'f' is deaf to its signal:": [({ job }) => limit(7, asking(job('f', 23))), 1],
    'Within another call:': [({ job }) => limit(300, inner(job)), 2],
  };
  await eachCase(scenes, async ([scene, timers]) => {
    const trace = await observing(scene);
    expect(trace).toSetTimers(timers, ONE_TIMER);
    expect(trace).toFireTimersAtMost(1, ONE_TIMER);
    expect(trace).toLeaveNothing();
  });
  for (const outer of [300, 30]) {
    const left = await observing(async ({ job }) => {
      let listeners = 0;
      await limit(outer, async () => {
        const signal = deadlineSignal() as AbortSignal;
        for (const ms of [5, 40, 400, Infinity]) {
          await limit(ms, () => job('query', 11)());
          await limit(ms, job('f', 3, { fails: true }));
        }
        listeners = getEventListeners(signal, 'abort').length;
      });
      return `${listeners} listeners are left`;
    });
    expect(left).toGive('0 listeners are left', LISTENERS);
  }
});

test('rejects with a RangeError for a limit that makes no sense', async () => {
  for (const ms of [Number.NaN, -1, -0.5, -Infinity])
    await eachCase({ [`With ${ms} ms:`]: ms }, async () => {
      const trace = await observing(({ log }) => withDeadline(ms, async () => log('f was called')));
      expect(trace).toFailWith({ name: 'RangeError' }, 0, NO_SENSE);
      expect(trace).toLog(NO_SENSE);
      expect(trace).toLeaveNothing();
    });
  const late = await observing(({ log, job }) =>
    limit(5, async () => {
      await job('deaf work', 11)();
      await withDeadline(-1, async () => log('f was called')).catch(({ name }) => log(name));
    }),
  );
  expect(late).toLog([11, 'RangeError'], NO_SENSE);
});
