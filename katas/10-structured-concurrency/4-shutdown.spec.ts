import { setMaxListeners } from 'node:events';
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
  type Trace,
  test,
  together,
} from '#lab';
import { Door } from './4-shutdown.ts';

/** A timer that is left has a test of its own, and a scene may end before its work does. */
const mayLeave: ['work', 'timer', 'listener'] = ['work', 'timer', 'listener'];

const IN_THE_CALL = 'Call the work once, during the call of `run`, with a signal.';
const AS_IT_DOES =
  'The promise of `run` settles when that of its work does, and in the same way, also when the work was told to stop.';
const SHUT =
  "From the call of 'close' on, nothing is let in: 'run' rejects, and does not call the work. That stays so.";
const AS_SOON =
  "The grace begins with the call of 'close'. Work may go on until it is over, and 'close' fulfils as soon as all of it has ended.";
const EMPTY = 'Nothing is inside, so there is nothing to wait for.';
const NEVER = 'All ended within the grace, so no signal is aborted, then or later.';
const TOLD =
  'When the grace is over, abort the signal of all that is still inside, and of nothing else.';
const WAITS =
  "When the grace is over, tell all that is inside. To tell it is not to end it: 'close' waits for its end, also if it takes no notice.";
const HANGS =
  'This work waits for its signal, and for nothing else. The timer of the grace must keep the program running.';
const NUMBER =
  'It fulfils with the number of jobs that were still inside when the grace was over: these were told to stop.';
const INSIDE =
  'Work is inside from the moment in which it is called, until it throws or its promise settles. Each call of `run` counts.';
const FAILS =
  "The failure of work is for the caller of its 'run'. For 'close', it is an end like any other: wait for the rest.";
const ONCE =
  "The first call of 'close' decides. Further calls fulfil when it does, with the same number, and start no new grace.";
const NO_END = 'A grace of Infinity is never over. (`setTimeout` makes 1 ms of it.)';
const NO_GRACE = 'That is no time to wait: throw a RangeError in the constructor.';
const A_GRACE = 'A grace is any number that is not negative. It need not be an integer.';
const NO_TIME =
  'A grace of 0 is a grace: its end comes after the call of `close`, in 1 ms at most.';
const APART = 'Each door has its own work, grace and end.';
const NO_POLL = 'A promise calls its handlers as soon as it settles. Only the grace needs a timer.';

/** What is run, and when; times in ms. */
interface Work {
  comes?: number;
  takes: number;
  /** Fails at its end, with this. */
  fails?: unknown;
  /** How long it takes to stop, once it is told to. */
  stopsIn?: number;
  /** Ignores the signal. */
  isDeaf?: boolean;
}

interface Shutdown {
  grace: number;
  /** When the door is closed, and closed again. */
  closes: readonly number[];
  works: Readonly<Record<string, Work>>;
}

const nameOf = (close: number) => ['close', 'close again'][close] ?? `close no. ${close + 1}`;

/** When each of them runs; and how many are told to stop. */
function planOf({ grace, closes, works }: Shutdown) {
  const [closed = Infinity] = closes;
  const over = closed + grace;
  const told: Record<string, number> = {};
  const inside = Object.entries(works).filter(([, { comes = 0 }]) => comes < closed);
  const spans = inside.map(([name, { comes = 0, takes, stopsIn = 0, isDeaf }]) => {
    if (comes + takes < over || isDeaf) return [name, [comes, comes + takes]] as const;
    told[name] = over;
    return [name, [comes, over + stopsIn, { aborted: over }]] as const;
  });
  const last = Math.max(...spans.map(([, [, end]]) => end));
  const plan: Plan = {
    ...Object.fromEntries(spans),
    ...Object.fromEntries(closes.map((ms, i) => [nameOf(i), [ms, Math.max(ms, last)]])),
  };
  const count = inside.filter(([, { comes = 0, takes }]) => comes + takes > over).length;
  return { plan, told, count };
}

/** That `run` rejects, and with what, has tests of its own. A bug in the code gets out. */
const orFailed = (run: Promise<unknown>, meant?: unknown): Promise<unknown> =>
  run.catch((error: unknown) => {
    const isBug = error instanceof TypeError || error instanceof ReferenceError;
    const isStub = error instanceof Error && error.message.startsWith('TODO');
    const isMeant = error === meant || (error as Error).message === 'the door is closed';
    if ((isBug || isStub) && !isMeant) throw error;
    return 'it has failed';
  });

/** That it never rejects has a test of its own. */
const closing = (door: Door) => door.close().catch(() => {});

/** Runs all that is to come. Fulfils with what each call of `close` fulfils with. */
const scene = (lab: Lab, { grace, closes, works }: Shutdown): Promise<number[]> => {
  const door = new Door(grace);
  const at = <T>(ms: number, f: () => T): Promise<T> =>
    ms === 0 ? Promise.resolve(f()) : new Promise((go) => lab.at(ms, () => go(f())));
  for (const [name, work] of Object.entries(works)) {
    const { comes = 0, takes, fails, isDeaf, stopsIn = 0 } = work;
    const ends = 'fails' in work && { failsWith: fails };
    const job = lab.job(name, takes, { stopsIn, ...ends });
    void at(comes, () =>
      orFailed(
        door.run((signal) => {
          // One signal for all is right, and Node 20 warns of more than ten listeners.
          if (signal instanceof AbortSignal) setMaxListeners(0, signal);
          return job(isDeaf ? undefined : signal);
        }),
        fails,
      ),
    );
  }
  return Promise.all(closes.map((ms, i) => at(ms, () => lab.call(nameOf(i), () => door.close()))));
};

const running = (shutdown: Shutdown, why?: string) =>
  observe((lab) => scene(lab, shutdown), { mayLeave, plan: planOf(shutdown).plan, ifStuck: why });

/** Runs them, and holds the run to its plan. */
const asPlanned = async (shutdown: Shutdown, why: string): Promise<void> => {
  const trace = await running(shutdown, why);
  expect(trace).toRunAsPlanned(why);
  expect(trace).toAbort(planOf(shutdown).told, TOLD);
};

const counts = async (shutdown: Shutdown, why = NUMBER): Promise<void> => {
  const { closes } = shutdown;
  const trace = await running(shutdown, why);
  expect(trace).toGive(Array(closes.length).fill(planOf(shutdown).count), why);
};

/** All ends within the grace, and c comes too late. */
const CALM: Shutdown = {
  grace: 53,
  closes: [19],
  works: { a: { takes: 41 }, b: { comes: 7, takes: 54 }, c: { comes: 31, takes: 5 } },
};

/** At 72 ms b and c are still inside. b needs 11 ms to stop, and c is deaf. */
const STORM: Shutdown = {
  grace: 53,
  closes: [19],
  works: {
    a: { takes: 41 },
    b: { comes: 7, takes: 97, stopsIn: 11 },
    c: { comes: 11, takes: 79, isDeaf: true },
  },
};

/** As before, but these are different. */
const change = (of: Shutdown, changes: Readonly<Record<string, Partial<Work>>>): Shutdown => {
  const works = Object.entries(of.works).map(([name, work]) => [
    name,
    { ...work, ...changes[name] },
  ]);
  return { ...of, works: Object.fromEntries(works) };
};

test('calls the work in the call, with a signal, and settles as the work does', async () => {
  const { plan } = planOf(STORM);
  const told = { mayLeave, plan, ifStuck: FAILS };
  const story = await observe((lab) => scene(lab, STORM).catch(() => {}), told);
  for (const name of ['a', 'b', 'c']) expect(story).toStart(name, 1, IN_THE_CALL);
  const trace = await observe(({ log }) => {
    const run = new Door(53).run(async (signal) =>
      log(`called with ${signal instanceof AbortSignal ? 'a signal' : 'no signal'}`),
    );
    log('the call is over');
    return run;
  });
  expect(trace).toLogInTheCall('called with a signal', 'the call is over');
  /** The door is closed at 19 ms, or never. */
  const settling = (closes: boolean, work: (lab: Lab) => Promise<unknown>) =>
    observe(
      (lab) => {
        const door = new Door(29);
        if (closes) lab.at(19, () => closing(door));
        return lab
          .call('run', () => door.run(() => work(lab)))
          .then((fulfilled) => ({ fulfilled }));
      },
      { mayLeave },
    );
  for (const closes of [false, true]) {
    await eachValue(['the work'], async (values) => {
      const gives = values['the work'];
      const trace = await settling(closes, ({ job }) => job('a', 61, { gives })());
      expect(trace).toGive({ fulfilled: gives }, AS_IT_DOES);
      expect(trace).toTake(61, AS_IT_DOES);
    });
    await eachReason(['the work'], async (reasons) => {
      const failsWith = reasons['the work'];
      const trace = await settling(closes, ({ job }) => job('a', 61, { failsWith })());
      expect(trace).toRejectWith(failsWith, 61, AS_IT_DOES);
    });
  }
  await eachReason(
    ['the work'],
    async (reasons) => {
      const trace = await settling(false, () => {
        throw reasons['the work'];
      });
      expect(trace).toRejectWith(reasons['the work'], 0, AS_IT_DOES);
    },
    'throws',
  );
});

/** Logs what becomes of work that comes too late. */
const trying = ({ log }: Lab, door: Door) => {
  try {
    door
      .run(async () => log('the work was called'))
      .then(
        () => log('run fulfilled'),
        (error) => log(error instanceof Error ? `rejected: ${error.message}` : 'no Error'),
      );
  } catch {
    log("'run' threw in the call");
  }
};

const REFUSED = 'rejected: the door is closed';

test('lets nothing in from the call of close on', async () => {
  expect(await running(CALM)).toStart('c', 0, SHUT);
  const trace = await observe(
    async (lab) => {
      const door = new Door(53);
      const job = lab.job('a', 97);
      lab.at(19, () => {
        closing(door);
        trying(lab, door);
      });
      for (const ms of [31, 79]) lab.at(ms, () => trying(lab, door));
      await door.run(() => job().finally(() => trying(lab, door)));
      await lab.sleep(30);
      trying(lab, door);
    },
    { mayLeave },
  );
  expect(trace).toLog(...[19, 31, 79, 97, 127].map((ms) => [ms, REFUSED] as const), SHUT);
  const empty = await observe(
    async (lab) => {
      const door = new Door(53);
      closing(door);
      trying(lab, door);
      await lab.sleep(61);
      trying(lab, door);
    },
    { mayLeave },
  );
  expect(empty).toLog([0, REFUSED], [61, REFUSED], SHUT);
});

test('closes as soon as all work inside has ended, and tells none of it to stop', async () => {
  await asPlanned(CALM, AS_SOON);
  await counts(CALM);
  await explore(['a', 'b', 'c'], async (takes) => {
    const works = Object.fromEntries(Object.entries(takes).map(([k, ms]) => [k, { takes: ms }]));
    await asPlanned({ grace: 47, closes: [3], works }, AS_SOON);
  });
  // At 5 ms nothing is inside for a while, and the door is still open.
  const twice = { a: { takes: 5 }, b: { comes: 7, takes: 31 } };
  await asPlanned({ grace: 53, closes: [19], works: twice }, AS_SOON);
  const late = await observe((lab) => scene(lab, CALM).then(() => lab.sleep(100)), { mayLeave });
  expect(late).toAbortOnlyRunning(NEVER);
  for (const comes of [0, 23]) {
    const empty = { grace: 53, closes: [19, 61], works: { a: { comes, takes: 7 } } };
    await asPlanned(empty, EMPTY);
    await counts(empty, EMPTY);
  }
});

test('tells all that is inside to stop when the grace is over, and waits for its end', async () => {
  await asPlanned(STORM, WAITS);
  await asPlanned(change(STORM, { c: { isDeaf: false, stopsIn: 29 } }), WAITS);
  await asPlanned(change(STORM, { b: { isDeaf: true }, a: { isDeaf: true, takes: 131 } }), WAITS);
  const hanging = (signal: AbortSignal) =>
    new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
  const trace = await observe(
    (lab) => {
      const door = new Door(53);
      void orFailed(lab.call('a', () => door.run(hanging)));
      return lab.call('close', () => door.close());
    },
    { mayLeave, plan: { a: [0, 53, { fails: true }], close: [0, 53] }, ifStuck: HANGS },
  );
  expect(trace).toRunAsPlanned(HANGS);
});

test('fulfils with the number of jobs that were told to stop', async () => {
  await counts(STORM);
  await counts(change(STORM, { b: { takes: 23 } }));
  await counts(change(STORM, { a: { takes: 89 }, b: { fails: 'b failed', isDeaf: true } }));
  const all = Array.from({ length: 37 }, (_, i) => [`no. ${i + 1}`, { takes: 1 + i * 3 }]);
  const many = { grace: 10, closes: [2], works: Object.fromEntries(all) };
  await asPlanned(many, TOLD);
  await counts(many);
});

type Runs = (
  door: Door,
  job: (name: string, takes: number) => Promise<unknown>,
  close: () => void,
) => unknown;

/** The door is closed at 0 ms, in the end or before. What is run, the plan, and how much of it is told at 13 ms. */
const INSIDES: Record<string, readonly [runs: Runs, plan: Plan, told: number]> = {
  'When the work itself closes the door:': [
    (door, job, close) =>
      door.run(() => {
        close();
        return job('a', 29);
      }),
    { a: [0, 29] },
    1,
  ],
  'When the work runs more work, and closes the door:': [
    (door, job, close) =>
      door.run(() => {
        void door.run(() => job('b', 29));
        close();
        return job('a', 5);
      }),
    { a: [0, 5], b: [0, 29] },
    1,
  ],
  'When one function is run twice:': [
    (door, job) => {
      const work = () => job('a', 29);
      return [door.run(work), door.run(work)];
    },
    { a: Array(2).fill([0, 29]) },
    2,
  ],
  'When two works return the same promise:': [
    (door, job) => {
      const promise = job('a', 29);
      return [door.run(() => promise), door.run(() => promise)];
    },
    { a: [0, 29] },
    2,
  ],
  'When the promise of the work has fulfilled before:': [
    (door) => door.run(async () => 'ended'),
    {},
    0,
  ],
  'When the work threw in its call:': [
    (door) =>
      orFailed(
        door.run(() => {
          throw new Error('the work threw');
        }),
      ),
    {},
    0,
  ],
};

test('counts work as inside while it is being called, and each call of run', async () => {
  await eachCase(INSIDES, async ([runs, inside, told]) => {
    const plan: Plan = { ...inside, close: [0, told && 29] };
    const trace = await observe(
      (lab) => {
        const door = new Door(13);
        let end: Promise<number> | undefined;
        const close = () => {
          end ??= lab.call('close', () => door.close());
          return end;
        };
        void runs(door, (name, takes) => lab.job(name, takes)(), close);
        return close();
      },
      { mayLeave, plan, ifStuck: INSIDE },
    );
    expect(trace).toRunAsPlanned(INSIDE);
    expect(trace).toGive(told, INSIDE);
  });
});

test('goes on waiting when work fails, and never rejects', async () => {
  await eachReason(['a', 'b', 'c'], async ({ a, b, c }) => {
    const fails = change(STORM, {
      a: { fails: a },
      b: { fails: b, isDeaf: true },
      c: { fails: c },
    });
    expect(await running(fails, FAILS)).toGive([2], FAILS);
    const patient = await running({ ...fails, grace: 101 }, FAILS);
    expect(patient).toGive([0], FAILS);
    expect(patient).toTake(104, FAILS);
  });
});

test('closes once, however often close is called', async () => {
  for (const closes of [
    [19, 43, 79, 211],
    [19, 19, 33],
    [50, 71, 102],
  ]) {
    for (const one of [STORM, CALM]) {
      await asPlanned({ ...one, closes }, ONCE);
      await counts({ ...one, closes }, ONCE);
    }
  }
});

test('takes each time from 0 to Infinity for a grace, and no other', async () => {
  await asPlanned({ ...STORM, grace: Infinity }, NO_END);
  await counts({ ...STORM, grace: Infinity }, NO_END);
  await asPlanned({ ...STORM, grace: 1 }, WAITS);
  expect(await running({ ...STORM, grace: 0 })).toGive([3], NO_TIME);
  const inTheConstructor = (grace: number) =>
    observe(() => {
      try {
        new Door(grace);
      } catch (error) {
        return error instanceof RangeError ? 'a RangeError' : 'another error';
      }
      return 'no error';
    });
  for (const grace of [-1, -Infinity, Number.NaN, -0, 0.5, 1e9]) {
    const [wanted, why] = grace >= 0 ? ['no error', A_GRACE] : ['a RangeError', NO_GRACE];
    await eachCase({ [`With a grace of ${grace}:`]: wanted }, async () =>
      expect(await inTheConstructor(grace)).toGive(wanted, why),
    );
  }
});

test('has nothing to do with another door', async () => {
  const check = (trace: Trace) => expect(trace).toGive([[2, 2], [0], [1]], APART);
  const shutdowns = [
    { ...STORM, closes: [19, 83] },
    CALM,
    { ...STORM, grace: 29, closes: [51], works: { d: { takes: 83 }, e: { takes: 79 } } },
  ];
  const several = () =>
    observe((lab) => Promise.all(shutdowns.map((one) => scene(lab, one))), { mayLeave });
  await again(several, check);
  await together(several, check);
});

test('leaves no timer, and needs none but that of the grace', async () => {
  const empty = { ...CALM, works: {} };
  const patient = { ...STORM, grace: Infinity };
  for (const one of [{ ...CALM, closes: [19, 23] }, STORM, empty, patient]) {
    const trace = await observe((lab) => scene(lab, one));
    expect(trace).toLeaveNothing();
    expect(trace).toFireTimersAtMost(planOf(one).count, NO_POLL);
  }
});
