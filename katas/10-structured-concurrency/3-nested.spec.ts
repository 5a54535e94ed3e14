import {
  again,
  eachReason,
  eachValue,
  expect,
  type Lab,
  observe,
  type Trace,
  test,
  together,
} from '#lab';
import { type Group, withNestedGroup } from './3-nested.ts';

/** What is left has a test of its own, and a scene may end before its work does. */
const mayLeave: ['work', 'timer', 'listener'] = ['work', 'timer', 'listener'];

const ALL =
  'A group has ended when its body and all of its tasks have, also those that a task has spawned.';
const VALUE = 'It fulfils with the value of its body.';
const NEVER = 'All went well, so nothing is to be told to stop.';
const ABORTED = 'All had gone well, but the signal of the group is aborted';
const UP =
  'All failures count, in the order in which they happened: reject with an AggregateError of them, also if there is only one.';
const FIRST =
  'At the first failure, abort the signal of the group, and not when something else has ended.';
const STOPPED = 'After the abort, an AbortError is an answer to it, and no failure.';
const THROWS =
  'A throw in the call of the body or of a task is a failure of the group. The code that spawned the task goes on.';
const TREE =
  'For the outer group, the inner one is a task. It fails with an AggregateError, which is one reason like any other.';
const DOWN =
  'An abort goes down: when the signal of the caller is aborted, abort that of the group in the same millisecond, with the same reason.';
const WAITS = 'To tell work to stop is not to end it. Wait until all of it has ended, then reject.';
const NO_FAILURE =
  'This work was told to stop, and says with its error that it has. That is no failure: the cause is another one.';
const NEWS = 'Nothing had told it to stop. Then an AbortError is a failure like any other.';
const QUITS =
  'The caller has aborted, and does not want the value any more: reject with the reason, also if all has ended well. Work that rejects with that reason has stopped, and has not failed.';
const WINS =
  'The caller knows that it has aborted. It does not know of this failure: reject with the AggregateError.';
const CLOSING =
  'After the abort, this failed. A failure counts more than an abort: reject with an AggregateError, which is one failure of an outer group.';
const BEFORE =
  "The signal was aborted before the call, and its 'abort' event does not come again. Look at it first.";
const OVER = 'A group that was told to stop, or has ended, takes no task any more.';
const ONABORT = 'The signal belongs to the caller, and so does its `onabort`.';
const APART = 'Each call has a signal, tasks and failures of its own.';
const NO_TIMER = 'A promise calls its handlers as soon as it settles, and needs no timer.';
const LATE =
  'The group had ended. What happens to the signal of the caller after that is none of its business.';

const QUIT = new Error('the user has left');

/** A task, or a group of these tasks; times in ms. */
interface Task {
  takes?: number;
  gives?: unknown;
  /** Fails at its end, with this. */
  fails?: unknown;
  /** Throws this in the call, and does no work. */
  throws?: unknown;
  stopsIn?: number;
  /** What it rejects with when it has stopped; the reason of the signal unless told. */
  stopsWith?: unknown;
  isDeaf?: boolean;
  /** When it is spawned, if not in the call of the body. */
  comes?: number;
  tasks?: Tasks;
}

type Tasks = Readonly<Record<string, Task>>;

const begin = (lab: Lab, name: string, task: Task, signal?: AbortSignal): Promise<unknown> => {
  const { takes = 0, isDeaf, stopsIn = 0, tasks, ...how } = task;
  if (tasks) return open(lab, name, task, signal);
  if ('throws' in how) throw how.throws;
  const { fails: failsWith, gives } = how;
  const ends = { ...('fails' in how && { failsWith }), ...('gives' in how && { gives }) };
  const stops = { stopsIn, ...('stopsWith' in how && { stopsWith: how.stopsWith }) };
  return lab.job(name, takes, { ...stops, ...ends })(isDeaf ? undefined : signal);
};

/** The body of a group is named after it. */
const open = (lab: Lab, name: string, { tasks = {}, ...body }: Task, signal?: AbortSignal) =>
  lab.block(name, () =>
    withNestedGroup((group) => {
      for (const [one, task] of Object.entries(tasks)) {
        const spawn = () => group.spawn((own) => begin(lab, one, task, own));
        if (task.comes) lab.at(task.comes, spawn);
        else spawn();
      }
      return begin(lab, `${name} body`, body, group.signal);
    }, signal),
  );

/** That it rejects, and with what, has tests of its own. A bug in the code gets out. */
const orFailed = (group: Promise<unknown>): Promise<unknown> =>
  group.catch((error: unknown) => {
    const isBug = error instanceof TypeError || error instanceof ReferenceError;
    if (isBug || (error instanceof Error && error.message.startsWith('TODO'))) throw error;
    return 'the group has failed';
  });

/** From when to when each of them runs, and when it is told to stop. */
type Times = Readonly<
  Record<string, readonly [number, number, { aborted?: number; fails?: boolean }?]>
>;

interface Options {
  /** When the caller aborts, and why. */
  aborts?: number;
  reason?: unknown;
  settle?: typeof orFailed;
  plan?: Times;
}

const running = (group: Task, { aborts, reason = QUIT, settle = (it) => it, plan }: Options = {}) =>
  observe(
    (lab) => {
      const caller = lab.controller();
      if (aborts) lab.at(aborts, () => caller.abort(reason), 'caller aborts');
      return settle(open(lab, 'group', group, caller.signal));
    },
    { mayLeave, ifStuck: ALL, ...(plan && { plan }) },
  );

/** Holds a run to its plan, and to who is told to stop. */
const asPlanned = async (group: Task, plan: Times, aborts = 0) => {
  const trace = await running(group, { aborts, settle: orFailed, plan });
  const told = Object.entries(plan).flatMap(([name, [, , how]]) =>
    how?.aborted === undefined ? [] : [[name, how.aborted]],
  );
  expect(trace).toAbort(Object.fromEntries(told), aborts ? DOWN : FIRST);
  expect(trace).toRunAsPlanned(WAITS);
  expect(trace).toOutliveNoBlock(WAITS);
  expect(trace).toSetTimers(0, NO_TIMER);
};

const BAD = new Error('b1 failed');

/** In the inner group, b1 comes while all others are running, and fails at 20 ms. */
const INNER: Task = {
  takes: 11,
  tasks: {
    a: { takes: 97, stopsIn: 5 },
    inner: {
      takes: 3,
      tasks: { b1: { comes: 7, takes: 13, fails: BAD }, b2: { takes: 61, stopsIn: 10 } },
    },
  },
};
const INNER_PLAN: Times = {
  group: [0, 35, { fails: true }],
  a: [0, 35, { aborted: 30 }],
  inner: [0, 30, { fails: true }],
  b1: [7, 20],
  b2: [0, 30, { aborted: 20 }],
  'inner body': [0, 3],
  'group body': [0, 11],
};

/** In the outer group, a fails at 20 ms. */
const OUTER: Task = {
  takes: 11,
  tasks: {
    a: { takes: 20, fails: 'a failed' },
    inner: { takes: 3, tasks: { b1: { takes: 71, stopsIn: 4 }, b2: { takes: 61, stopsIn: 13 } } },
  },
};
const OUTER_PLAN: Times = {
  group: [0, 33, { fails: true }],
  a: [0, 20],
  inner: [0, 33, { fails: true }],
  b1: [0, 24, { aborted: 20 }],
  b2: [0, 33, { aborted: 20 }],
  'inner body': [0, 3],
  'group body': [0, 11],
};

/** Nothing fails; the caller may abort. */
const CALM: Task = {
  takes: 41,
  stopsIn: 2,
  tasks: {
    a: { takes: 53, stopsIn: 7 },
    inner: { takes: 47, tasks: { b: { takes: 59, stopsIn: 20 }, c: { takes: 31, isDeaf: true } } },
  },
};
const QUIT_PLAN: Times = {
  group: [0, 39, { fails: true }],
  a: [0, 26, { aborted: 19 }],
  inner: [0, 39, { fails: true }],
  b: [0, 39, { aborted: 19 }],
  c: [0, 31],
  'inner body': [0, 19, { aborted: 19 }],
  'group body': [0, 21, { aborted: 19 }],
};

const change = (group: Task, changes: Readonly<Record<string, Partial<Task>>>): Task => ({
  ...group,
  tasks: Object.fromEntries(
    Object.entries(group.tasks ?? {}).map(([name, task]) => {
      const changed = { ...task, ...changes[name] };
      return [name, changed.tasks ? change(changed, changes) : changed];
    }),
  ),
});

test('a failure of the inner group goes up, and what is told to stop goes down', async () => {
  await asPlanned(INNER, INNER_PLAN);
  await asPlanned(OUTER, OUTER_PLAN);
});

test('calls the body and each task in the call, and waits for the tasks of tasks', async () => {
  const trace = await observe(({ job, log }) => {
    const group = withNestedGroup(async (group) => {
      const task = job('a', 19);
      const back: unknown = group.spawn(async (own) => {
        log(own === group.signal ? 'a task, with the signal' : 'a task, with another signal');
        await job('b', 7)();
        group.spawn(task);
      });
      log(back === undefined ? 'spawn returned undefined' : 'spawn returned something');
      group.spawn(task);
    });
    log('the call is over');
    return group;
  });
  const lines = ['a task, with the signal', 'spawn returned undefined', 'the call is over'];
  expect(trace).toLogInTheCall(...lines);
  expect(trace).toStart('a', 2, 'A task that is spawned twice runs twice.');
  expect(trace).toTake(26, ALL);
});

test('fulfils with the value of the body when all has ended well', async () => {
  await eachValue(['group body', 'a'], async (values) => {
    const group = { ...change(CALM, { a: { gives: values.a } }), gives: values['group body'] };
    const trace = await running(group, { settle: (it) => it.then((fulfilled) => ({ fulfilled })) });
    expect(trace).toGive({ fulfilled: values['group body'] }, VALUE);
    expect(trace).toTake(59, ALL);
    expect(trace).toAbort({}, NEVER);
  });
  const without = await observe(({ job }) => withNestedGroup(() => job('body', 7)()), { mayLeave });
  expect(without).toGive('BODY', 'There may be no signal of a caller.');
});

test('rejects with an AggregateError of all failures, in their order', async () => {
  await eachReason(['the only one'], async (reasons) => {
    const only = { takes: 5, fails: reasons['the only one'] };
    for (const group of [{ takes: 3, tasks: { a: only } }, only])
      expect(await running(group)).toRejectWithAll({ errors: [only.fails] }, 5, UP);
  });
  await eachReason(['a', 'b', 'c'], async ({ a, b, c }) => {
    const group = {
      takes: 3,
      tasks: {
        c: { takes: 35, fails: c, isDeaf: true },
        b: { takes: 29, fails: b, isDeaf: true },
        a: { takes: 13, fails: a },
      },
    };
    // An AbortError that comes after the abort is that of the work that was told.
    const isStop = (reason: unknown) => (reason as Error | undefined)?.name === 'AbortError';
    const errors = [a, ...[b, c].filter((reason) => !isStop(reason))];
    const why = errors.length < 3 ? STOPPED : UP;
    expect(await running(group)).toRejectWithAll({ errors }, 35, why);
    const same = { ...group, tasks: { ...group.tasks, c: { ...group.tasks.c, fails: b } } };
    if (!isStop(b)) expect(await running(same)).toRejectWithAll({ errors: [a, b, b] }, 35, UP);
  });
});

test('a group that fails within a group is one failure, and one that is stopped is none', async () => {
  expect(await running(INNER)).toRejectWithAll({ errors: [{ errors: [BAD] }] }, 35, TREE);
  expect(await running(OUTER)).toRejectWithAll({ errors: ['a failed'] }, 33, NO_FAILURE);
  // It fails while it is stopping.
  const both = { errors: ['a failed', { errors: [BAD] }] };
  const closing = change(OUTER, { b2: { stopsWith: BAD } });
  expect(await running(closing)).toRejectWithAll(both, 33, CLOSING);
  // Three of them, one in the other.
  const two = { takes: 5, tasks: { b: { takes: 7, fails: BAD } } };
  const deep = { takes: 2, tasks: { one: { takes: 3, tasks: { two } } } };
  const tree = { errors: [{ errors: [{ errors: [BAD] }] }] };
  expect(await running(deep)).toRejectWithAll(tree, 7, TREE);
});

test('to be stopped is no failure, and an AbortError before that is one', async () => {
  const named = Object.assign(new Error('closed'), { name: 'AbortError' });
  for (const stopsWith of [named, new DOMException('Aborted', 'AbortError')]) {
    const stopped = change(OUTER, { b1: { stopsWith }, b2: { stopsWith } });
    expect(await running(stopped)).toRejectWithAll({ errors: ['a failed'] }, 33, NO_FAILURE);
  }
  const early = { takes: 31, tasks: { a: { takes: 7, fails: named }, b: { takes: 13 } } };
  expect(await running(early)).toRejectWithAll({ errors: [named] }, 7, NEWS);
  // Its own name decides, and not its text, its cause or what is in it.
  for (const other of [
    new Error('AbortError', { cause: named }),
    new AggregateError([named]),
    new DOMException('The operation was aborted', 'TimeoutError'),
    Object.assign(new Error('closed'), { name: 'UploadAbortError' }),
  ]) {
    const closing = change(OUTER, { b2: { stopsWith: other } });
    const errors = ['a failed', { errors: [other] }];
    expect(await running(closing)).toRejectWithAll({ errors }, 33, CLOSING);
  }
});

test('passes the abort of the caller on, with its reason, and rejects with that when all has ended', async () => {
  await asPlanned(CALM, QUIT_PLAN, 19);
  await eachReason(
    ['the signal'],
    async (reasons) => {
      const { reason } = AbortSignal.abort(reasons['the signal']);
      expect(await running(CALM, { aborts: 19, reason })).toRejectWith(reason, 39, QUITS);
      const deaf = { takes: 41, isDeaf: true, tasks: { a: { takes: 29, isDeaf: true } } };
      expect(await running(deaf, { aborts: 19, reason })).toRejectWith(reason, 41, QUITS);
    },
    'is aborted with',
  );
  const during = await observe(({ controller, job }) => {
    const caller = controller();
    return withNestedGroup((group) => {
      caller.abort(QUIT);
      return job('body', 7, { stopsIn: 3 })(group.signal);
    }, caller.signal);
  });
  expect(during).toRejectWith(QUIT, 3, DOWN);
});

test('a failure counts more than an abort, before it and after it', async () => {
  const list = ['not', 'closed'];
  const caused = new Error('not closed', { cause: QUIT });
  const closing = change(CALM, { a: { stopsWith: caused }, b: { stopsWith: list } });
  const errors = [caused, { errors: [list] }];
  expect(await running(closing, { aborts: 19 })).toRejectWithAll({ errors }, 39, WINS);
  const before = { errors: [{ errors: [BAD] }] };
  expect(await running(INNER, { aborts: 33 })).toRejectWithAll(before, 35, WINS);
  // The signal of the group was aborted by then, and has a reason of its own.
  const late = change(INNER, { a: { stopsWith: QUIT } });
  const all = { errors: [...before.errors, QUIT] };
  expect(await running(late, { aborts: 33 })).toRejectWithAll(all, 35, WINS);
  const body = { ...CALM, stopsWith: undefined };
  expect(await running(body, { aborts: 19 })).toRejectWithAll({ errors: [undefined] }, 39, WINS);
});

test('a throw in the call of the body or of a task is a failure like any other', async () => {
  await eachReason(
    ['the call'],
    async (reasons) => {
      const throws = reasons['the call'];
      // The code that spawned the task goes on.
      const task = { takes: 11, isDeaf: true, tasks: { a: { throws } } };
      expect(await running(task)).toRejectWithAll({ errors: [throws] }, 11, THROWS);
      const body = { throws, tasks: { b: { takes: 29, stopsIn: 5 } } };
      expect(await running(body)).toRejectWithAll({ errors: [throws] }, 5, THROWS);
    },
    'throws',
  );
});

test('calls nothing when the signal was aborted before the call', async () => {
  await eachReason(
    ['the signal'],
    async (reasons) => {
      const signal = AbortSignal.abort(reasons['the signal']);
      const trace = await observe((lab) => open(lab, 'group', CALM, signal), { mayLeave });
      expect(trace).toRejectWith(signal.reason, 0, BEFORE);
    },
    'is aborted with',
  );
  const trace = await observe(({ log }) =>
    orFailed(withNestedGroup(async () => log('the body was called'), AbortSignal.abort(QUIT))),
  );
  expect(trace).toLog(BEFORE);
});

/** Logs what becomes of a task that comes too late. */
const trying = ({ log }: Lab, group: Group, told: unknown = group.signal.reason) => {
  try {
    group.spawn(async () => log('the task was called'));
    log("'spawn' did not throw");
  } catch (error) {
    const isReason = told !== undefined && error === told;
    const what = error instanceof Error ? `an Error: ${error.message}` : 'no Error';
    log(`'spawn' threw ${isReason ? 'the reason of the signal' : what}`);
  }
};

test('spawns nothing when it was told to stop, or has ended', async () => {
  // The caller aborts with one of these, or a task fails. That a body is refused is no failure.
  for (const reason of [QUIT, null, undefined]) {
    const trace = await observe(
      (lab) => {
        const caller = new AbortController();
        const isQuit = reason !== undefined;
        if (isQuit) lab.at(13, () => caller.abort(reason));
        const body = async (group: Group) => {
          if (!isQuit) group.spawn(lab.job('a', 13, { fails: true }));
          await lab.sleep(29);
          trying(lab, group, reason);
          group.spawn(lab.job('b', 5));
        };
        return withNestedGroup(body, isQuit ? caller.signal : undefined).catch((error) => {
          if (error === reason) lab.log('it rejected with the reason');
          else if (error instanceof AggregateError) lab.log(`failures: ${error.errors.length}`);
          else throw error;
        });
      },
      { mayLeave },
    );
    const end = reason === undefined ? 'failures: 1' : 'it rejected with the reason';
    expect(trace).toLog([29, "'spawn' threw the reason of the signal"], [29, end], OVER);
  }
  let kept: Group | undefined;
  const ended = await observe(
    async (lab) => {
      await withNestedGroup((group) => {
        kept = group;
        return lab.job('a', 13)();
      });
      await lab.sleep(20);
      trying(lab, kept as Group);
    },
    { mayLeave },
  );
  expect(kept?.signal.aborted, ABORTED).toBe(false);
  expect(ended).toLog([33, "'spawn' threw an Error: the group is over"], OVER);
});

test('leaves no listener on the signal, and has nothing to do with it after the end', async () => {
  for (const group of [CALM, INNER]) {
    const scene = (lab: Lab) => orFailed(open(lab, 'group', group, lab.controller().signal));
    const trace = await observe(scene, { mayLeave: ['work', 'timer'] });
    expect(trace).toLeaveNothing(['work', 'timer']);
  }
  const late = await observe(
    async (lab) => {
      const caller = new AbortController();
      caller.signal.onabort = () => lab.log('onabort');
      const value = await withNestedGroup(() => lab.job('body', 11)(), caller.signal);
      await lab.sleep(20);
      caller.abort();
      return value;
    },
    { mayLeave },
  );
  expect(late).toGive('BODY', LATE);
  expect(late).toLog([31, 'onabort'], ONABORT);
});

test('keeps calls apart', async () => {
  const check = (trace: Trace) =>
    expect(trace).toGive(['the group has failed', 'GROUP BODY', 'the group has failed'], APART);
  const scene = () =>
    observe(
      (lab) => {
        const { signal } = lab.controller();
        const group = (task: Task) => orFailed(open(lab, 'group', task, signal));
        return Promise.all([group(INNER), group(CALM), group(OUTER)]);
      },
      { mayLeave },
    );
  await again(scene, check);
  await together(scene, check);
});
