import {
  again,
  eachCase,
  eachReason,
  eachValue,
  expect,
  explore,
  forReal,
  type Lab,
  observe,
  type Plan,
  realProgram,
  type Trace,
  test,
  together,
} from '#lab';
import { Pool } from './5-pool.ts';

/** What a thread needs to start, and to end, in ms. */
const START = 30;
const END = 1;

/** What is left has its own test. */
type Left = 'thread' | 'work' | 'timer' | 'listener';
const mayLeave: Left[] = ['thread', 'work', 'timer', 'listener'];

const STOPPED = new Error('the page was closed');

const NO_WORK = 'There was no work for that thread. A thread is started when a job needs one.';
const IDLE = 'A thread was idle. It has started already, so post the next job to it.';
const SIZE = 'The pool has that many threads already. The job waits until one of them is idle.';
const BLOCKED = 'The threads compute. All that your own thread waits for is an event of a worker.';
const IN_ORDER =
  'The job that has waited longest goes to the thread that is idle first, whichever thread that is.';
const ONE_JOB =
  'A thread that waits takes its next message at once. So post one job to it, and the next one after its answer.';
const NO_BARGING =
  "When 'a' has ended, its caller hands in 'c'. At that moment 'b' was waiting already, and goes first.";
const OWN_ANSWER = 'A thread has one job at a time, so its message is the answer to that job.';
const ANY_VALUE =
  'Any value may be a job or an answer. That a message came says that there is one.';
const HAS_THROWN =
  "When the code of a thread throws, its worker emits 'error' with the error, whatever value it is, and then 'exit'.";
const NO_ANSWER = "A thread that ends without an answer emits 'exit', and nothing else.";
const REPLACED =
  'The thread of that job has ended, and can take no other one. If a job waits, it needs a new thread, which starts for 30 ms. Jobs of other threads go on.';
const NOT_REPLACED = 'That thread has ended. No job waits, so no other one is needed yet.';
const DIED_IDLE =
  'That thread has ended while it was idle: it threw, or it left. A message to it comes to nothing, so the next job needs another thread.';
const NO_COPY = 'A function cannot be copied to a thread. That is the failure of this job alone.';
const NEVER_GIVEN =
  'The job was waiting when its signal was aborted. Nothing runs that had to end first: take it out of the queue, and reject.';
const ABORTED_BEFORE =
  "The signal had been aborted before the call, and its 'abort' event does not come again. Look at signal.aborted first.";
const SAME_JOB =
  'The same job is handed in four times, and the third one has the signal that is aborted. Each call is a job of its own.';
const ENDED_WITH_THREAD =
  'The thread computes, and no event reaches it. `worker.terminate()` ends it in 1 ms. Then the promise rejects with the reason, and the place is free for a new thread.';
const ITS_OWN_ABORT =
  'That signal belonged to a job that had been answered. The thread has the next job now, and goes on.';
const ANSWERED_LATE =
  "The answer to 'a' came in the ms in which its thread was told to end. That thread takes no other job: 'b' needs a new one.";
const STILL_STARTS =
  'The thread of the job was still starting when the signal was aborted. So the job has never begun.';
const ALL_COME_TO_AN_END =
  '`close` refuses what comes later. What was handed in before is done, also what still waits.';
const WHEN_GONE =
  '`close` fulfils when the last thread has ended. A worker emits `exit` at that moment.';
const REFUSED = 'The pool takes no more jobs after the first call of `close`.';
const LISTENERS =
  'A thread does many jobs. Listeners of a job that is done must go, or one set of listeners serves all jobs.';
const EACH_POOL = 'Each pool has threads, a queue and an end of its own.';
const NO_SIZE = 'No pool has that many threads: throw a RangeError in the constructor.';
const IS_STUCK =
  'Only a message of a worker fulfils a call, and only a thread of the file posts one. Is every job given to a thread that is there?';

/** A job: what a thread does with it, and what is expected. */
interface Dish {
  /** For so long the thread computes; or it waits. */
  readonly ms: number;
  readonly waits?: boolean;
  /** What comes after that, where it is not an answer by the name of the job. */
  readonly end?: End;
  /** So many ms after its answer, the idle thread does this. */
  readonly later?: readonly [ms: number, End];
  /** When it is handed in, in ms; and when its own signal is aborted. */
  readonly at?: number;
  readonly aborts?: number;
  /** When a thread is to start it, in ms; with nothing, no thread gets it. */
  readonly starts?: number;
  /** What its call rejects with. */
  readonly says?: string;
}

interface End {
  readonly posts?: unknown;
  readonly throws?: unknown;
  readonly exits?: number;
  readonly closes?: true;
}

type Dishes = Readonly<Record<string, Dish>>;
type Thread = Parameters<Parameters<Lab['program']>[1]>[0];

const endAs = ({ parentPort, exit }: Thread, end: End) => {
  if ('throws' in end) throw end.throws;
  if (end.exits !== undefined) exit(end.exits);
  if (end.closes) parentPort.close();
  else if ('posts' in end) parentPort.postMessage(end.posts);
};

/** The file of the threads: it knows what each job is to be, by the name that it gets. */
const cook = ({ program }: Lab, dishes: Dishes, name = 'cook') =>
  program(name, (thread) => {
    thread.parentPort.on('message', async (job: string) => {
      const { ms, waits, end, later } = dishes[job] ?? { ms: 0, end: { posts: job } };
      if (waits) await thread.job(job, ms)();
      else if (ms > 0) thread.burn(ms, job);
      endAs(thread, end ?? { posts: `${job} is done` });
      if (later) thread.at(later[0], () => endAs(thread, later[1]));
    });
  });

interface Scene {
  readonly pool: Pool;
  readonly lab: Lab;
  /** Hands in this job when its time comes, in a call that is seen. */
  ask(job: string, signal?: AbortSignal): Promise<unknown>;
  close(): Promise<void>;
}

/** When each job starts and ends, and its call; and calls of `close`. */
const planOf = (dishes: Dishes, close: Plan[string]): Plan => {
  const plan: Record<string, Plan[string]> = { close };
  for (const [job, dish] of Object.entries(dishes)) {
    const { ms, end, at = 0, aborts = Infinity, starts = Infinity, says } = dish;
    const isCut = aborts < starts + ms;
    const over = Math.min(starts + ms, aborts);
    const extra = (isCut && aborts > starts) || end?.closes ? END : 0;
    const how = { fails: says !== undefined };
    plan[`run ${job}`] = [at, over === Infinity ? at : over + extra, how];
    if (starts < Infinity) plan[job] = [starts, over, isCut ? { aborted: aborts } : {}];
  }
  return plan;
};

/** `act` hands in jobs, and perhaps closes the pool at these times. */
const scene = (
  size: number,
  dishes: Dishes,
  act: (scene: Scene) => unknown,
  close: Plan[string] = [],
  leaves = mayLeave,
) =>
  observe(
    (lab) => {
      const pool = new Pool(cook(lab, dishes), size);
      const ask = async (job: string, given?: AbortSignal) => {
        const { at = 0, aborts } = dishes[job] as Dish;
        const stop = lab.controller();
        if (aborts !== undefined) lab.at(aborts, () => stop.abort(STOPPED), 'page is closed');
        if (at > 0) await new Promise<void>((resolve) => lab.at(at, resolve));
        const signal = given ?? (aborts === undefined ? undefined : stop.signal);
        return lab.call(`run ${job}`, () => pool.run(job, signal));
      };
      return act({ pool, lab, ask, close: () => lab.call('close', () => pool.close()) });
    },
    { mayLeave: leaves, plan: planOf(dishes, close), ifStuck: IS_STUCK },
  );

/** How a call has settled; an Error is known by its message. A bug and the TODO of the stub get out. */
const settled = (call: Promise<unknown>) =>
  call.catch((error) => {
    const isBug = error instanceof TypeError || error instanceof ReferenceError;
    if (isBug || error?.message?.startsWith('TODO')) throw error;
    return { rejected: error instanceof Error ? error.message : error };
  });

const all = (calls: Promise<unknown>[]) => Promise.all(calls.map(settled));

/** Hands in all jobs, and has the pool closed at these times. */
const check = async (
  size: number,
  dishes: Dishes,
  because: string,
  ...closes: [at: number, end: number][]
) => {
  const act = async ({ lab, ask, close }: Scene) => {
    const ends = closes.map(([at]) => new Promise((resolve) => lab.at(at, () => resolve(close()))));
    const answers = await all(Object.keys(dishes).map((job) => ask(job)));
    await Promise.all(ends);
    return answers;
  };
  const trace = await scene(size, dishes, act, closes);
  expect(trace).toRunAsPlanned(because);
  const answers = Object.entries(dishes).map(([job, { says }]) =>
    says === undefined ? `${job} is done` : { rejected: says },
  );
  expect(trace).toGive(answers, because);
  return trace;
};

/** Jobs of so many ms that are all handed in at 0 ms. */
const checkQueue = async (
  size: number,
  takes: Record<string, number>,
  because: string,
  waits = false,
) => {
  const free = Array.from({ length: size }, () => START);
  const dishes: Record<string, Dish> = {};
  for (const [job, ms] of Object.entries(takes)) {
    const starts = Math.min(...free);
    free[free.indexOf(starts)] = starts + ms;
    dishes[job] = { ms, waits, starts };
  }
  const trace = await check(size, dishes, because);
  expect(trace).toStart(`cook ${size + 1}`, 0, SIZE);
};

/** What the worker has emitted as the error of its thread: a copy of the one that was thrown. */
const emitted = ({ spans }: Trace) => spans.find((span) => 'error' in span)?.error;

const exited = (code: number) => `exited with code ${code}, and without an answer`;

/** How a thread ends that has not answered. */
const ENDS: Record<string, [says: string, end: End]> = {
  'When the thread throws:': ['slice failed', { throws: new RangeError('slice failed') }],
  'When the thread calls exit(3):': [exited(3), { exits: 3 }],
  'When the thread calls exit(0):': [exited(0), { exits: 0 }],
  'When the thread closes its port:': [exited(0), { closes: true }],
};

const CLOSED = STOPPED.message;

test('starts a thread only when a job needs one, and keeps it for the next jobs', async () => {
  await checkQueue(2, { a: 53, b: 61, c: 71, d: 83 }, IN_ORDER);
  const none = await scene(3, {}, ({ lab }) => new Promise<void>((resolve) => lab.at(53, resolve)));
  expect(none).toStart('cook 1', 0, NO_WORK);
  const dishes = {
    a: { ms: 53, starts: 30 },
    b: { ms: 17, at: 97, starts: 97 },
    c: { ms: 41, at: 131, starts: 131 },
    d: { ms: 53, at: 131, starts: 161 },
    e: { ms: 5, at: 229, starts: 229 },
    f: { ms: 7, at: 229, starts: 229 },
  };
  const trace = await check(3, dishes, IDLE);
  expect(trace).toStart('cook 3', 0, IDLE);
  expect(trace).toFireTimersAtMost(0, BLOCKED);
  expect(trace).toBeSilentAtMost(0, BLOCKED);
});

test('starts the jobs in order, each as soon as a thread is idle, and one at a time', async () => {
  await checkQueue(2, { a: 101, b: 19, c: 19, d: 23, e: 17 }, IN_ORDER);
  await checkQueue(1, { a: 23, b: 7, c: 11, d: 5 }, ONE_JOB, true);
  const many = [...'abcdefghijklm'].map((job, i) => [job, 7 + ((i * 5) % 13)]);
  await checkQueue(3, Object.fromEntries(many), IN_ORDER);
  await explore(['a', 'b', 'c'], async ({ a, b, c }) => {
    await checkQueue(2, { a: a + 3, b: b + 3, c: c + 3, d: 17 }, IN_ORDER);
  });
  const next = await scene(1, { a: { ms: 53 }, b: { ms: 53 }, c: { ms: 5 } }, ({ pool }) =>
    Promise.all([pool.run('a').then(() => pool.run('c')), pool.run('b')]),
  );
  expect(next).toStartAt({ a: 30, b: 83, c: 136 }, NO_BARGING);
});

test('fulfils each call with the answer to its own job, whatever value that is', async () => {
  await eachValue(['the thread'], async ({ 'the thread': value }) => {
    if (typeof value === 'function') return;
    const dishes = { a: { ms: 17, end: { posts: value } }, b: { ms: 0, end: { posts: value } } };
    const trace = await scene(1, dishes, ({ pool, ask }) =>
      Promise.all([ask('a'), pool.run(value), ask('b')]),
    );
    expect(trace).toGive([value, value, value], ANY_VALUE);
  });
});

test('rejects when the thread of a job fails, and has a new one do the next job', async () => {
  await eachCase(ENDS, async ([says, end]) => {
    const gone = end.closes ? 48 : 47;
    const a = { ms: 17, starts: 30, end, says };
    const others = {
      b: { ms: 53, starts: 30 },
      c: { ms: 23, starts: gone + START },
      d: { ms: 5, starts: 83 },
    };
    await check(2, { a, ...others }, REPLACED);
    const alone = await check(2, { a, b: { ms: 5, at: 89, starts: 119 } }, REPLACED);
    expect(alone).toStart('cook 3', 0, NOT_REPLACED);
    expect(await scene(1, { a }, ({ ask }) => ask('a'))).toFailWith(says, gone, NO_ANSWER);
    const next = await scene(1, { a, b: { ms: 5 } }, ({ pool }) =>
      pool.run('a').catch(() => pool.run('b')),
    );
    expect(next).toStartAt({ a: 30, b: gone + START }, REPLACED);
  });
  await eachReason(
    ['the thread'],
    async ({ 'the thread': throws }) => {
      const trace = await scene(1, { a: { ms: 17, end: { throws } } }, ({ ask }) => ask('a'));
      expect(trace).toRejectWith(emitted(trace), 47, HAS_THROWN);
    },
    'throws',
  );
});

test('goes on when a thread ends that is idle', async () => {
  const ends: Record<string, End> = {
    'When it throws:': { throws: 'soup' },
    'When it calls exit(0):': { exits: 0 },
  };
  await eachCase(ends, async (end) => {
    const a = { ms: 17, later: [14, end], starts: 30 } as const;
    const dishes = { a, b: { ms: 53, at: 79, starts: 109 }, c: { ms: 5, at: 83, starts: 162 } };
    await check(1, dishes, DIED_IDLE);
  });
});

test('rejects when a job cannot be copied, and goes on', async () => {
  const cut = () => {};
  const alone = await scene(1, {}, ({ pool }) => pool.run({ cut }));
  expect(alone).toFailWith({ name: 'DataCloneError' }, 0, NO_COPY);
  const nameOf = (call: Promise<unknown>) => call.catch((error) => error.name);
  const dishes = { a: { ms: 53 }, b: { ms: 17 }, c: { ms: 5 } };
  const trace = await scene(1, dishes, async ({ pool, ask }) => {
    const calls = [ask('a'), pool.run({ cut }), ask('b')];
    const names = await Promise.all(calls.map(nameOf));
    return [...names, await nameOf(pool.run(cut)), await ask('c')];
  });
  const no = 'DataCloneError';
  expect(trace).toGive(['a is done', no, 'b is done', no, 'c is done'], NO_COPY);
  expect(trace).toStartAt({ a: 30, b: 83, c: 100 }, NO_COPY);
});

/** The last one of so many jobs of 53 ms on one thread is aborted at this ms, with each kind of reason. */
const eachAbort = (jobs: 1 | 2, at: number, settles: number, because: string) =>
  eachReason(
    ['the signal'],
    async ({ 'the signal': given }) => {
      const { reason } = AbortSignal.abort(given);
      const trace = await scene(1, { a: { ms: 53 } }, ({ lab, ask }) => {
        const stop = lab.controller();
        if (at < 0) stop.abort(reason);
        else lab.at(at, () => stop.abort(reason));
        if (jobs === 2) ask('a');
        return ask('a', stop.signal);
      });
      expect(trace).toRejectWith(reason, settles, because);
    },
    'is aborted with',
  );

test('rejects immediately when the signal is aborted while the job waits, or was before', async () => {
  const waiting = { ms: 53, aborts: 41, says: CLOSED };
  const a = { ms: 53, starts: 30 };
  const d = { ms: 17, starts: 83 };
  await check(1, { a, b: waiting, c: waiting, d, e: { ms: 5, starts: 100 } }, NEVER_GIVEN);
  await eachAbort(2, 41, 41, NEVER_GIVEN);
  await eachAbort(1, -1, 0, ABORTED_BEFORE);
  const same = await scene(1, { a }, ({ lab, pool, ask }) => {
    const stop = lab.controller();
    lab.at(41, () => stop.abort(STOPPED), 'page is closed');
    return all([ask('a'), pool.run('a'), pool.run('a', stop.signal), pool.run('a')]);
  });
  const done = 'a is done';
  expect(same).toGive([done, done, { rejected: CLOSED }, done], SAME_JOB);
  expect(same).toStart('a', 3, SAME_JOB);
  const none = await scene(1, { a }, ({ ask }) => settled(ask('a', AbortSignal.abort())));
  expect(none).toStart('cook 1', 0, ABORTED_BEFORE);
});

test('ends the thread of a job when its signal is aborted, and rejects when that has ended', async () => {
  for (const ms of [53, Infinity]) {
    const a = { ms, starts: 30, aborts: 61, says: CLOSED };
    const b = { ms: 71, starts: 30 };
    const dishes = { a, b, c: { ms: 53, starts: 92 }, d: { ms: 5, starts: 101 } };
    const trace = await check(2, dishes, ENDED_WITH_THREAD);
    expect(trace).toAbort({ a: 61 }, ENDED_WITH_THREAD);
  }
  await eachAbort(1, 61, 62, ENDED_WITH_THREAD);
  const done = { a: { ms: 17, starts: 30, aborts: 61 }, b: { ms: 53, starts: 47 } };
  expect(await check(1, done, ITS_OWN_ABORT)).toAbort({}, ITS_OWN_ABORT);
  const late = { a: { ms: 53, aborts: 83 }, b: { ms: 5 } };
  const other = await scene(1, late, async ({ ask }) => (await all([ask('a'), ask('b')]))[1]);
  expect(other).toGive('b is done', ANSWERED_LATE);
  const shared = { a: { ms: 53 }, b: { ms: 53 }, c: { ms: 53 }, d: { ms: 5 } };
  for (const at of [17, 61]) {
    const trace = await scene(2, shared, ({ lab, ask }) => {
      const stop = lab.controller();
      lab.at(at, () => stop.abort(STOPPED), 'page is closed');
      return all([...['a', 'b', 'c'].map((job) => ask(job, stop.signal)), ask('d')]);
    });
    const no = { rejected: CLOSED };
    expect(trace).toGive([no, no, no, 'd is done'], STILL_STARTS);
    expect(trace).toStart('c', 0, NEVER_GIVEN);
    if (at < START) expect(trace).toStart('a', 0, STILL_STARTS);
  }
});

test('close lets all jobs end, then the threads, and refuses later ones', async () => {
  const one = { a: { ms: 53, starts: 30 }, b: { ms: 61, starts: 83 } };
  const refused = { ms: 7, at: 59, says: 'closed' };
  await check(1, { ...one, c: refused }, ALL_COME_TO_AN_END, [47, 145], [59, 145]);
  const two = { a: { ms: 53, starts: 30 }, b: { ms: 61, starts: 30 } };
  await check(3, { ...two, c: { ...refused, at: 101 } }, WHEN_GONE, [97, 98], [101, 101]);
  const failing = {
    a: { ms: 17, starts: 30, end: { exits: 3 }, says: exited(3) },
    b: { ms: 53, starts: 77, aborts: 97, says: CLOSED },
    c: { ms: 53, aborts: 41, says: CLOSED },
    d: { ms: 19, starts: 128 },
  };
  await check(1, failing, ALL_COME_TO_AN_END, [19, 148]);
  await check(1, { a: { ms: 53, starts: 30, aborts: 61, says: CLOSED } }, WHEN_GONE, [19, 62]);
  const called = await scene(
    1,
    one,
    async ({ ask, close }) => {
      const calls = [ask('a'), ask('b')];
      await close();
      return Promise.all(calls);
    },
    [0, 145],
  );
  expect(called).toRunAsPlanned(ALL_COME_TO_AN_END);
  const empty = await scene(2, {}, ({ close }) => close(), [0, 0]);
  expect(empty).toStart('cook 1', 0, NO_WORK);
  expect(empty).toRunAsPlanned(WHEN_GONE);
});

test('leaves nothing, and no more listeners on a thread than for its first job', async () => {
  const dishes = { a: { ms: 17 }, b: { ms: 17, end: { exits: 3 } }, c: { ms: 53, aborts: 41 } };
  const act = async ({ lab, pool, ask, close }: Scene) => {
    const { signal } = lab.controller();
    await all([...['a', 'b', 'a'].map((job) => ask(job, signal)), ask('c'), ask('a', signal)]);
    const notCopied = pool.run(() => {}, signal).catch(() => {});
    await Promise.all([notCopied, close()]);
  };
  expect(await scene(1, dishes, act, [], [])).toLeaveNothing();
  let warnings = 0;
  const note = ({ name }: Error) => {
    if (name === 'MaxListenersExceededWarning') warnings++;
  };
  process.on('warning', note);
  const trace = await scene(1, { a: { ms: 17 } }, async ({ ask }) => {
    await Promise.all(Array.from({ length: 12 }, () => ask('a')));
    return { warnings };
  });
  process.off('warning', note);
  expect(trace).toGive({ warnings: 0 }, LISTENERS);
});

/** Two pools of two files, of which the first one is closed. */
const twoPools = () =>
  observe(
    async (lab) => {
      const pools = ['Ann', 'Ben'].map((name, i) => {
        const dishes = { a: { ms: 53 }, b: { ms: 17 + i }, c: { ms: 5 } };
        return new Pool(cook(lab, dishes, name), 1);
      });
      const calls = pools.flatMap((pool) => ['a', 'b', 'a'].map((job) => pool.run(job)));
      await pools[0]?.close();
      return all([...calls, ...pools.map((pool) => pool.run('c'))]);
    },
    { mayLeave, ifStuck: IS_STUCK },
  );

test('each pool has its own threads, and throws for a number that is no size', async () => {
  const answers = ['a', 'b', 'a'].map((job) => `${job} is done`);
  for (const repeat of [again, together])
    await repeat(twoPools, (trace) => {
      expect(trace).toGive(
        [...answers, ...answers, { rejected: 'closed' }, 'c is done'],
        EACH_POOL,
      );
      expect(trace).toStart('Ben 1', 1, EACH_POOL);
    });
  for (const size of [0, -1, Number.NaN]) {
    const trace = await observe(async (lab) => new Pool(cook(lab, {}), size));
    expect(trace).toFailWith({ name: 'RangeError' }, 0, NO_SIZE);
  }
});

test('does the same for real, on threads of Node', async ({ task, skip }) => {
  const hall = new Int32Array(new SharedArrayBuffer(4));
  const file = realProgram(({ parentPort, burn, meet }) => {
    parentPort.on('message', (job) => {
      if (job === 'loop') burn(Infinity);
      if (job) meet(job as Int32Array, 2);
      parentPort.postMessage(job && 'met');
    });
  });
  await forReal({ task, skip }, async () => {
    const pool = new Pool(file, 2);
    // The two meet while both compute, which one thread cannot do.
    expect(await Promise.all([pool.run(hall), pool.run(hall)])).toEqual(['met', 'met']);
    const stop = new AbortController();
    setTimeout(() => stop.abort(STOPPED), 20);
    await expect(pool.run('loop', stop.signal)).rejects.toBe(STOPPED);
    expect(await pool.run(0)).toBe(0);
    await pool.close();
  });
});
