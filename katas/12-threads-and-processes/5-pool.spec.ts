import {
  again,
  eachCase,
  eachReason,
  eachValue,
  expect,
  forReal,
  type Lab,
  observe,
  type Plan,
  realProgram,
  test,
  together,
} from '#lab';
import { Pool } from './5-pool.ts';

/** What a thread needs to start and to end, and to end when its memory is large, in ms. */
const START = 30;
const END = 1;
const LARGE = 13;

const STOPPED = new Error('the page was closed');

const NO_WORK = 'No job needed that thread. A thread is started when a job needs one.';
const IDLE = 'A thread was idle. It has started already, so post the next job to it.';
const SIZE = 'The pool has that many threads already. The job waits until one of them is idle.';
const NO_LIMIT = 'The pool may have a thread for each of these jobs, so none waits.';
const BLOCKED = 'The threads compute. All that your own thread waits for is an event of a worker.';
const IN_ORDER =
  'The job that has waited longest goes to the thread that is idle first, whichever it is.';
const ONE_JOB =
  'A thread that waits takes its next message at once. So post one job to it, and the next one after its answer.';
const NO_BARGING = "When 'a' ends, its caller hands in 'c'. But 'b' has waited longer.";
const ANY_VALUE = 'Any value may be a job or an answer. A message came, so there is one.';
const HAS_THROWN =
  "When the code of a thread throws, its worker emits 'error' with the error, whatever value it is, and then 'exit'.";
const NO_ANSWER = "A thread that ends without an answer emits 'exit', and nothing else.";
const REPLACED =
  "The thread of that job takes no other one, and has its place until its 'exit'. If a job waits then, it needs a new thread, which starts for 30 ms. Jobs of other threads go on.";
const DIED_IDLE =
  'That thread has ended while it was idle: it threw, or it left. A message to it comes to nothing, so the next job needs another thread.';
const NO_COPY = 'A function cannot be copied to a thread. That is the failure of this job alone.';
const NEVER_GIVEN =
  'The job was waiting when its signal was aborted. Nothing runs that had to end first: take it out of the queue, and reject.';
const ABORTED_BEFORE =
  "The signal had been aborted before the call, and its 'abort' event does not come again. Look at signal.aborted first.";
const SAME_JOB = 'Each of these calls is a job of its own. The third one has the signal.';
const ENDED_WITH_THREAD =
  'The thread computes, and no event reaches it. `worker.terminate()` ends it. When it has ended, the promise rejects with the reason, and the place is free for a new thread.';
const ITS_OWN_ABORT =
  'That signal was of a job that has been answered. The thread has the next job now.';
const ANSWERED_LATE =
  "The answer to 'a' came in the ms in which its thread was told to end. That thread takes no other job: 'b' needs a new one.";
const STILL_STARTS = 'The thread was still starting at the abort, so the job has never begun.';
const ALL_COME_TO_AN_END = '`close` refuses what comes later. What was handed in before is done.';
const WHEN_GONE = '`close` fulfils when the last thread has ended: at its `exit`.';
const LISTENERS =
  'A thread does many jobs. Listeners of a job that is done must go, or one set of listeners serves all jobs.';
const EACH_POOL = 'Each pool has threads, a queue and an end of its own.';
const IS_STUCK =
  'Only a message of a worker fulfils a call, and only a thread of the file posts one. Is every job given to a thread that is there?';
const HAS_ENDED =
  "After its 'exit', three may have to go on: the job that it had, a job that waits for a thread, and `close`. Does your code look at all of them?";

type Thread = Parameters<Parameters<Lab['program']>[1]>[0];
type End = readonly [how: 'posts' | 'throws' | 'exits' | 'closes', what?: unknown];

const endAs = ({ parentPort, exit }: Thread, [how, what]: End) => {
  if (how === 'throws') throw what;
  if (how === 'exits') exit(Number(what));
  if (how === 'closes') parentPort.close();
  else parentPort.postMessage(what);
};

/** A job: what a thread does with it, and what is expected. All times are in ms. */
interface Dish {
  /** For so long the thread computes; or it waits. */
  readonly ms: number;
  readonly waits?: boolean;
  /** What it does then, if not to answer by the name of the job; and 14 ms later, when it is idle. */
  readonly end?: End;
  readonly later?: End;
  /** When it is handed in, and when its signal is aborted. */
  readonly at?: number;
  readonly aborts?: number;
  /** When a thread is to start it; with nothing, no thread gets it. */
  readonly starts?: number;
  /** What its call rejects with. */
  readonly says?: string;
}

type Dishes = Readonly<Record<string, Dish>>;

/** When `close` is called, and when that fulfils; in how many ms a thread ends. */
interface How {
  readonly closes?: Readonly<Record<number, number>>;
  readonly goesIn?: number;
  readonly leavesNothing?: boolean;
}

/** The file of the threads: it knows what each job is to be, by the name that it gets. */
const cook = ({ program }: Lab, dishes: Dishes, how: How = {}, name = 'cook') => {
  const work = async (thread: Thread, job: string) => {
    const { ms, waits, end, later } = dishes[job] ?? { ms: 0, end: ['posts', [job]] };
    if (waits) await thread.job(job, ms)();
    else if (ms > 0) thread.burn(ms, job);
    endAs(thread, end ?? ['posts', `${job} is done`]);
    if (later) thread.at(14, () => endAs(thread, later));
  };
  const code = (thread: Thread) => thread.parentPort.on('message', (job) => work(thread, job));
  return program(name, code, how);
};

/** When each job starts and ends, and its call; and calls of `close`. */
const planOf = (dishes: Dishes, { closes = {}, goesIn = END }: How): Plan => {
  const ends = Object.entries(closes).map(([at, end]) => [Number(at), end] as const);
  const plan: Record<string, Plan[string]> = { close: ends };
  for (const [job, dish] of Object.entries(dishes)) {
    const { ms, waits, at = 0, aborts = Infinity, starts = Infinity, end, says } = dish;
    // Nothing is said of when it is to start.
    if (starts === Infinity && says === undefined) continue;
    const over = Math.min(starts + ms, aborts);
    const isCut = starts < over && over === aborts;
    const settles = over === Infinity ? at : over + (isCut || end ? goesIn : 0);
    // Between 'error' and 'exit', any ms is right.
    if (end?.[0] !== 'throws' || goesIn < LARGE)
      plan[`run ${job}`] = [at, settles, { fails: says !== undefined }];
    const how = { computes: !waits, ...(isCut && { aborted: aborts }) };
    if (starts < Infinity) plan[job] = [starts, over, how];
  }
  return plan;
};

/** A pool, and calls of it that are seen: `ask` hands in a job when its time comes. */
const open = (lab: Lab, size: number, dishes: Dishes, how: How) => {
  const pool = new Pool(cook(lab, dishes, how), size);
  const when = <T>(at: number, call: () => Promise<T>) =>
    at > 0 ? new Promise<void>((resolve) => lab.at(at, resolve)).then(call) : call();
  const stopAt = (ms: number) => {
    const stop = lab.controller();
    lab.at(ms, () => stop.abort(STOPPED), 'page is closed');
    return stop.signal;
  };
  const ask = (job: string, given?: AbortSignal) => {
    const { at = 0, aborts } = dishes[job] as Dish;
    const signal = given ?? (aborts === undefined ? undefined : stopAt(aborts));
    return when(at, () => lab.call(`run ${job}`, () => pool.run(job, signal)));
  };
  const close = (at = 0) => when(at, () => lab.call('close', () => pool.close()));
  return { lab, pool, ask, close, stopAt };
};

type Scene = ReturnType<typeof open>;

const scene = (size: number, dishes: Dishes, act: (scene: Scene) => unknown, how: How = {}) =>
  observe((lab) => act(open(lab, size, dishes, how)), {
    mayLeave: how.leavesNothing ? [] : ['thread', 'work', 'timer', 'listener'],
    plan: planOf(dishes, how),
    ifStuck: IS_STUCK,
    ifEnded: HAS_ENDED,
  });

/** How a call has settled; an Error is known by its message. A bug and the TODO of the stub get out. */
const settled = (call: Promise<unknown>) =>
  call.catch((error) => {
    const isBug = error instanceof TypeError || error instanceof ReferenceError;
    if (isBug || error?.message?.startsWith('TODO')) throw error;
    return { rejected: error instanceof Error ? error.message : { noError: error } };
  });

const all = (calls: Promise<unknown>[]) => Promise.all(calls.map(settled));

/** Hands in all jobs, and has the pool closed. */
const check = async (size: number, dishes: Dishes, because: string, how: How = {}) => {
  const act = async ({ ask, close }: Scene) => {
    const answers = all(Object.keys(dishes).map((job) => ask(job)));
    await Promise.all(Object.keys(how.closes ?? {}).map((at) => close(Number(at))));
    return answers;
  };
  const trace = await scene(size, dishes, act, how);
  expect(trace).toRunAsPlanned(because);
  const answerTo = ([job, { says }]: [string, Dish]) =>
    says ? { rejected: says } : `${job} is done`;
  expect(trace).toGive(Object.entries(dishes).map(answerTo), because);
  return trace;
};

/** Jobs that are all handed in at 0 ms, and of which each is started when a thread is idle. */
const checkQueue = async (size: number, jobs: Dishes, because: string) => {
  const threads = Math.min(size, Object.keys(jobs).length);
  const free = Array.from({ length: threads }, () => START);
  const start = ([job, { ms, waits = false }]: [string, Dish]) => {
    const starts = Math.min(...free);
    free[free.indexOf(starts)] = starts + ms;
    return [job, { ms, waits, starts }];
  };
  const dishes = Object.fromEntries(Object.entries(jobs).map(start));
  expect(await check(size, dishes, because)).toStart(`cook ${threads + 1}`, 0, SIZE);
};

const MANY = [...'abcdefghijklm'].map((job, i) => [job, { ms: 7 + ((i * 5) % 13) }] as const);
const CLOSED = STOPPED.message;
const exited = (code: number) => `exited with code ${code}, and without an answer`;

test('starts a thread only when a job needs one, and keeps it for the next jobs', async () => {
  const four = { a: { ms: 53 }, b: { ms: 61 }, c: { ms: 71 }, d: { ms: 83 } };
  await checkQueue(2, four, IN_ORDER);
  await checkQueue(13, Object.fromEntries(MANY), NO_LIMIT);
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
  const [a, b, c] = [{ ms: 101 }, { ms: 19 }, { ms: 19 }];
  await checkQueue(2, { a, b, c, d: { ms: 23 }, e: { ms: 17 } }, IN_ORDER);
  const waits = { ms: 23, waits: true };
  await checkQueue(1, { a: waits, b: waits, c: waits }, ONE_JOB);
  await checkQueue(3, Object.fromEntries(MANY), IN_ORDER);
  const next = await scene(1, { a, b, c }, ({ pool }) =>
    Promise.all([pool.run('a').then(() => pool.run('c')), pool.run('b')]),
  );
  expect(next).toStartAt({ a: 30, b: 131, c: 150 }, NO_BARGING);
});

test('fulfils each call with the answer to its own job, whatever value that is', async () => {
  await eachValue(['the thread'], async ({ 'the thread': value }) => {
    if (typeof value === 'function') return;
    const end = ['posts', value] as const;
    const act = ({ pool, ask }: Scene) => Promise.all([ask('a'), pool.run(value), ask('b')]);
    const trace = await scene(1, { a: { ms: 17, end }, b: { ms: 0, end } }, act);
    expect(trace).toGive([value, [value], value], ANY_VALUE);
  });
});

/** A thread ends at 47 ms, and goes. What waits, or is handed in meanwhile, has another one when it has gone. */
const checkEnd = async (end: End, says: string, goesIn: number) => {
  const gone = 47 + goesIn;
  const a = { ms: 17, starts: 30, end, says };
  const alone = await scene(1, { a }, ({ ask }) => ask('a'), { goesIn });
  if (goesIn < LARGE) expect(alone).toFailWith(says, gone, NO_ANSWER);
  const b = { ms: 71, starts: 30 };
  const c = { ms: 29, starts: gone + START };
  await check(2, { a, b, c, d: { ms: 5, starts: 101 } }, REPLACED, { goesIn });
  const late = { ms: 5, at: 53, starts: Math.max(53, gone) + START };
  const two = await check(1, { a, b: late }, REPLACED, { goesIn });
  expect(two).toStart('cook 3', 0, NO_WORK);
  const retry = ({ pool }: Scene) => pool.run('a').catch(() => pool.run('c'));
  const dishes = { a: { ms: 17, end }, c: { ms: 29 } };
  expect(await scene(1, dishes, retry, { goesIn })).toStartAt({ a: 30, c: c.starts }, REPLACED);
};

test('rejects when the thread of a job fails, and has a new one do the next job', async () => {
  const ends: Record<string, [end: End, says: string, goesIn: number]> = {
    'When the thread throws:': [['throws', new RangeError('no knife')], 'no knife', 0],
    'When the thread calls exit(3):': [['exits', 3], exited(3), 0],
    'When the thread calls exit(0):': [['exits', 0], exited(0), 0],
    'When the thread closes its port:': [['closes'], exited(0), END],
  };
  await eachCase(ends, async ([end, says, usual]) => {
    for (const goesIn of [usual, LARGE]) await checkEnd(end, says, goesIn);
  });
  const eachThrown = async (thrown: { 'the thread': unknown }) => {
    const a: Dish = { ms: 17, end: ['throws', thrown['the thread']] };
    const trace = await scene(1, { a }, ({ ask }) => ask('a'));
    // It is a copy.
    const emitted = trace.spans.find((span) => 'error' in span)?.error;
    expect(trace).toRejectWith(emitted, 47, HAS_THROWN);
  };
  await eachReason(['the thread'], eachThrown, 'throws');
  // It has thrown at 47 ms, and is there until 60: `b` still waits.
  const end: End = ['throws', new RangeError('no knife')];
  const b = { ms: 5, aborts: 53, says: CLOSED };
  const dishes = { a: { ms: 17, starts: 30, end, says: 'no knife' }, b, c: { ms: 5, starts: 90 } };
  await check(1, dishes, NEVER_GIVEN, { goesIn: LARGE });
});

test('goes on when a thread ends that is idle', async () => {
  const ends: Record<string, [later: End, goesIn: number]> = {
    'When it throws:': [['throws', 'soup'], 0],
    'When it calls exit(0):': [['exits', 0], 0],
    'When it throws, and has gone 13 ms later:': [['throws', 'soup'], LARGE],
  };
  await eachCase(ends, async ([later, goesIn]) => {
    const a = { ms: 17, starts: 30, later };
    const b = { ms: 53, at: 67, starts: Math.max(67, 61 + goesIn) + START };
    await check(1, { a, b, c: { ms: 5, at: 83, starts: b.starts + 53 } }, DIED_IDLE, { goesIn });
  });
});

test('rejects when a job cannot be copied, and goes on', async () => {
  const cut = () => {};
  const nameOf = (call: Promise<unknown>) => call.catch((error) => error.name);
  const dishes = { a: { ms: 53 }, b: { ms: 17 }, c: { ms: 5 } };
  const trace = await scene(1, dishes, async ({ pool, ask }) => {
    const calls = [pool.run({ cut }), ask('a'), pool.run({ cut }), ask('b')];
    const names = await Promise.all(calls.map(nameOf));
    return [...names, await nameOf(pool.run(cut)), await ask('c')];
  });
  const no = 'DataCloneError';
  expect(trace).toGive([no, 'a is done', no, 'b is done', no, 'c is done'], NO_COPY);
  expect(trace).toStartAt({ a: 30, b: 83, c: 100 }, NO_COPY);
});

/** The last one of so many jobs of 53 ms on one thread is aborted at this ms, with each kind of reason. */
const eachAbort = (jobs: 1 | 2, at: number, settles: number, because: string) => {
  const check = async (given: { 'the signal': unknown }) => {
    const { reason } = AbortSignal.abort(given['the signal']);
    const trace = await scene(1, { a: { ms: 53 } }, ({ lab, ask }) => {
      const stop = lab.controller();
      if (at < 0) stop.abort(reason);
      else lab.at(at, () => stop.abort(reason));
      if (jobs === 2) ask('a');
      return ask('a', stop.signal);
    });
    expect(trace).toRejectWith(reason, settles, because);
  };
  return eachReason(['the signal'], check, 'is aborted with');
};

test('rejects immediately when the signal is aborted while the job waits, or was before', async () => {
  const a = { ms: 53, starts: 30 };
  const waiting = { ms: 53, aborts: 41, says: CLOSED };
  const others = { d: { ms: 17, starts: 83 }, e: { ms: 5, starts: 100 } };
  const left = await check(1, { a, b: waiting, c: waiting, ...others }, NEVER_GIVEN);
  expect(left).toFireTimersAtMost(0, NEVER_GIVEN);
  await eachAbort(2, 41, 41, NEVER_GIVEN);
  await eachAbort(1, -1, 0, ABORTED_BEFORE);
  const same = await scene(1, { a: { ms: 53 } }, ({ pool, ask, stopAt }) =>
    all([ask('a'), pool.run('a'), pool.run('a', stopAt(41)), pool.run('a')]),
  );
  const done = 'a is done';
  expect(same).toGive([done, done, { rejected: CLOSED }, done], SAME_JOB);
  expect(same).toStart('a', 3, SAME_JOB);
  const none = await scene(1, { a: { ms: 53 } }, ({ ask }) =>
    settled(ask('a', AbortSignal.abort())),
  );
  expect(none).toStart('cook 1', 0, ABORTED_BEFORE);
  expect(none).toFireTimersAtMost(0, ABORTED_BEFORE);
});

test('ends the thread of a job when its signal is aborted, and rejects when that has ended', async () => {
  const b = { ms: 71, starts: 30 };
  const d = { ms: 5, at: 51, starts: 101 };
  for (const goesIn of [END, LARGE]) {
    const a = { ms: goesIn === END ? 53 : Infinity, starts: 30, aborts: 47, says: CLOSED };
    const c = { ms: 53, starts: 47 + goesIn + START };
    const trace = await check(2, { a, b, c, d }, ENDED_WITH_THREAD, { goesIn });
    expect(trace).toAbort({ a: 47 }, ENDED_WITH_THREAD);
  }
  await eachAbort(1, 61, 62, ENDED_WITH_THREAD);
  const done = { a: { ms: 17, starts: 30, aborts: 61 }, b: { ms: 53, starts: 47 } };
  expect(await check(1, done, ITS_OWN_ABORT)).toAbort({}, ITS_OWN_ABORT);
  const late = { a: { ms: 53, aborts: 83 }, b: { ms: 71 } };
  const other = await scene(1, late, async ({ ask }) => (await all([ask('a'), ask('b')]))[1]);
  expect(other).toGive('b is done', ANSWERED_LATE);
  for (const at of [17, 61]) {
    const three = { a: { ms: 71 }, b: { ms: 71 }, c: { ms: 71 } };
    const trace = await scene(2, { ...three, d: { ms: 5 } }, ({ ask, stopAt }) => {
      const signal = stopAt(at);
      return all([ask('a', signal), ask('b', signal), ask('c', signal), ask('d')]);
    });
    const no = { rejected: CLOSED };
    expect(trace).toGive([no, no, no, 'd is done'], STILL_STARTS);
    expect(trace).toStart('c', 0, NEVER_GIVEN);
    if (at < START) expect(trace).toStart('a', 0, STILL_STARTS);
  }
});

test('close lets all jobs end, then the threads, and refuses later ones', async () => {
  const a = { ms: 53, starts: 30 };
  const b = { ms: 61, starts: 83 };
  const c = { ms: 7, at: 59, says: 'closed' };
  await check(1, { a, b }, ALL_COME_TO_AN_END, { closes: { 0: 145 } });
  await check(1, { a, b, c }, ALL_COME_TO_AN_END, { closes: { 47: 145, 59: 145 } });
  const beside = { a, b: { ...b, starts: 30 }, c: { ...c, at: 101 } };
  await check(3, beside, WHEN_GONE, { closes: { 97: 98, 101: 101 } });
  const failing: Dishes = {
    a: { ms: 17, starts: 30, end: ['exits', 3], says: exited(3) },
    b: { ms: 53, starts: 77, aborts: 97, says: CLOSED },
    c: { ms: 53, aborts: 41, says: CLOSED },
    d: { ms: 19, starts: 127 },
  };
  await check(1, failing, ALL_COME_TO_AN_END, { closes: { 19: 146 }, goesIn: 0 });
  const thrown: Dish = { ms: 17, starts: 30, end: ['throws', new Error('burnt')], says: 'burnt' };
  for (const last of [thrown, { ms: 53, starts: 30, aborts: 47, says: CLOSED }])
    await check(1, { a: last }, WHEN_GONE, { closes: { 19: 60, 53: 60 }, goesIn: LARGE });
  expect(await check(2, {}, WHEN_GONE, { closes: { 0: 0 } })).toStart('cook 1', 0, NO_WORK);
});

test('leaves nothing, and no more listeners on a thread than for its first job', async () => {
  const a = { ms: 17 };
  const fails: Dishes = {
    b: { ms: 17, end: ['exits', 3] },
    c: { ms: 17, end: ['throws', 'soup'] },
  };
  const act = async ({ lab, pool, ask, close, stopAt }: Scene) => {
    const { signal } = lab.controller();
    const waiting = ask('a', stopAt(41));
    await all([...['a', 'b', 'c', 'a'].map((job) => ask(job, signal)), waiting]);
    await Promise.all([settled(pool.run(() => {}, signal)), close()]);
  };
  expect(await scene(1, { a, ...fails }, act, { leavesNothing: true })).toLeaveNothing();
  const warned: string[] = [];
  const note = ({ name }: Error) => name.startsWith('MaxListeners') && warned.push(name);
  process.on('warning', note);
  const trace = await scene(1, { a }, async ({ lab, ask }) => {
    await all(Array.from({ length: 12 }, () => ask('a', lab.controller().signal)));
    return warned;
  });
  process.off('warning', note);
  expect(trace).toGive([], LISTENERS);
});

/** Three pools, two of them of one file. The first one is closed. */
const threePools = async (lab: Lab) => {
  const fileOf = (name: string) => {
    const dishOf = (job: string) => [job, { ms: 17, end: ['posts', `${job} by ${name}`] }];
    return cook(lab, Object.fromEntries([...'abc'].map(dishOf)), {}, name);
  };
  const ann = fileOf('Ann');
  const pools = [ann, ann, fileOf('Ben')].map((file) => new Pool(file, 1));
  const calls = pools.flatMap((pool) => ['a', 'b', 'a'].map((job) => pool.run(job)));
  await pools[0]?.close();
  return all([...calls, ...pools.map((pool) => pool.run('c'))]);
};

test('each pool has its own threads, and throws for a number that is no size', async () => {
  const [ann, ben] = ['Ann', 'Ben'].map((by) => [`a by ${by}`, `b by ${by}`, `a by ${by}`]);
  const answers = [ann, ann, ben, { rejected: 'closed' }, 'c by Ann', 'c by Ben'].flat();
  const run = () =>
    observe(threePools, { mayLeave: ['thread', 'timer'], ifStuck: IS_STUCK, ifEnded: HAS_ENDED });
  for (const repeat of [again, together])
    await repeat(run, (trace) => {
      expect(trace).toGive(answers, EACH_POOL);
      for (const thread of ['Ann 2', 'Ben 1']) expect(trace).toStart(thread, 1, EACH_POOL);
    });
  for (const size of [0, 0.5, -1, Number.NaN]) {
    const trace = await observe(async (lab) => new Pool(cook(lab, {}), size));
    expect(trace).toFailWith({ name: 'RangeError' }, 0);
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
