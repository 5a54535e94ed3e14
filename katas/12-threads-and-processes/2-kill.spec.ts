import {
  again,
  eachCase,
  eachReason,
  expect,
  forReal,
  type Lab,
  observe,
  type Plan,
  realProgram,
  type Trace,
  test,
  together,
} from '#lab';
import { within } from './2-kill.ts';

/** What a thread needs to start, and to end, in ms. */
const START = 30;
const END = 1;

/** The thread has so many ms. */
const DEADLINE = 97;

/** The longest time that setTimeout takes. */
const LONGEST = 2 ** 31 - 1;

const TIMEOUT = { name: 'TimeoutError' };

const FAILS = { fails: true };

/** What is left has its own test. */
const mayLeave: ['thread', 'work', 'timer'] = ['thread', 'work', 'timer'];

const JOB =
  'Each call starts a thread from the file, and the thread reads its job from `workerData`, an option of `new Worker`.';
const BLOCKED =
  "While your code's own thread is blocked, neither the answer nor a timer can reach it. Return to the event loop, and let an event continue.";
const AS_IT_IS =
  'The caller writes into the job just after the call. A copy is made in the moment of `new Worker`, of the job and of all that is in it.';
const KEPT =
  'The job has 8 bytes, and the thread gets a copy. So after the call, the caller still has all 8.';
const IN_TIME =
  "The thread posts its answer at 83 ms, and has ended at 84 ms: an 'exit' of the worker says that. Then the promise fulfils. The deadline was not reached, so it changes nothing.";
const ANY_VALUE = 'Any value may be an answer: what says that there is one is that a message came.';
const NEVER_ENDS =
  'The time runs from the call, and is up at 97 ms. The thread is in a loop then: it reads no message, and sees no signal. `worker.terminate()` ends a thread from outside, also in the middle of a loop.';
const STARTING_COUNTS =
  'The thread starts for 30 ms, and computes for 71. Both count, so it is not done at 97 ms.';
const STILL_STARTS =
  'The time is up while the thread is still starting. `worker.terminate()` ends it in that state, too.';
const WAITS =
  'The thread waits for a message that never comes, so it does not end by itself. At 97 ms, `worker.terminate()` ends it.';
const ITS_NAME =
  "`terminate()` takes 1 ms to end the thread. Then its worker emits 'exit', with code 1, and the promise rejects with an Error whose name is 'TimeoutError'.";
const HAS_THROWN =
  "When the code of a thread throws, its worker emits 'error' with the error, and then 'exit'. It was in time, so that error is what the caller gets.";
const NO_ANSWER =
  "The thread has ended, and has posted no message. Whatever the exit code is, its worker emits 'exit', and nothing else. The deadline was not reached.";
const NO_COPY = 'A function cannot be copied to another thread, so `new Worker` throws.';
const NO_SENSE = 'setTimeout takes such a number for 1 ms, and says nothing. So look at it first.';
const ONE_TIMER =
  'A deadline is one timer, however long it is. The end of the thread is an event, and needs none.';
const EACH =
  "'a' and 'c' are too late, each by its own deadline, and 'b' and 'd' are not. Each call has its own thread, and its own time.";
const UNLIMITED =
  'With Infinity, the thread may take any time. setTimeout takes Infinity for 1 ms.';
const ENDS_ANYWAY =
  'Infinity takes away the deadline, and nothing else: the thread may still fail, and the promise still settles when it has ended.';
const ONLY_A_THREAD =
  'Only a thread can run the file of this test: `new Worker(file, …)` of node:worker_threads starts one, from the very URL.';

/** What the thread does at the end of its work. */
interface End {
  posts?: unknown;
  exits?: number;
  throws?: unknown;
  /** It waits for messages, so it never ends by itself. */
  waits?: boolean;
}

const RINGS: End = { posts: 'RINGS' };

interface Scene {
  slices?: number;
  job?: unknown;
  ms?: number;
}

/** A thread that slices for so many ms, and ends then in this way. */
const cook = ({ program }: Lab, slices: number, end: End) =>
  program('cook', ({ parentPort, burn, exit }) => {
    if (end.waits) parentPort.on('message', () => {});
    if (slices > 0) burn(slices, 'slice');
    if ('posts' in end) parentPort.postMessage(end.posts);
    if ('exits' in end) exit(end.exits);
    if ('throws' in end) throw end.throws;
  });

/** When the thread has ended, and how. */
const planOf = (end: End, scene: Scene): Plan => {
  const { slices = 53, ms = DEADLINE } = scene;
  if (!(ms >= 1) || scene === NOT_COPIED) return { within: [0, 0, FAILS] };
  const own = START + slices + ('throws' in end || 'exits' in end ? 0 : END);
  const settled = end.waits ? ms + END : Math.min(own, ms + END);
  const isCut = ms < START + slices;
  const how = { computes: true, ...(isCut && { aborted: ms }) };
  const slice = [START, Math.min(ms, START + slices), how] as const;
  const fails = settled < own || !('posts' in end);
  return { within: [0, settled, { fails }], ...(slices > 0 && ms > START && { slice }) };
};

/** One call. Its thread slices for 53 ms unless told. */
const asking = (end: End, scene: Scene = {}, settle = (asked: Promise<unknown>) => asked) =>
  observe(
    (lab) => {
      const { slices = 53, job = 'onion', ms = DEADLINE } = scene;
      const file = cook(lab, slices, end);
      const asked = lab.call('within', () => within(file, job, ms));
      return settle(asked.then((answer) => ({ answer })));
    },
    { mayLeave, plan: planOf(end, scene), ifStuck: ONLY_A_THREAD },
  );

/** A bug in the code gets out, as the TODO of the stub does. */
const rejected = (error: unknown) => {
  const isBug = error instanceof TypeError || error instanceof ReferenceError;
  if (isBug || (error instanceof Error && error.message.startsWith('TODO'))) throw error;
  return 'rejected';
};

/** What it rejects with has its own test. */
const quietly = (asked: Promise<unknown>) => asked.catch(rejected);

/** The thread answers with its job. `next` is what the caller does and sees just after the call. */
const echo = (job: unknown, next = (): object => ({})) =>
  observe(
    ({ program }) => {
      const file = program('cook', ({ parentPort, workerData }) =>
        parentPort.postMessage(workerData),
      );
      const asked = within(file, job, DEADLINE);
      const seen = next();
      return asked.then((answer) => ({ answer, ...seen }));
    },
    { mayLeave },
  );

/** What the worker has emitted as the error of its thread: a copy of the one that was thrown. */
const emitted = ({ spans }: Trace) => spans.find(({ kind }) => kind === 'life')?.error;

/** Four calls of one file, and then a fifth. 'b' and 'c' get the same job, and 'a' and 'd' as well. */
const several = () =>
  observe(
    async (lab) => {
      const file = lab.program('cook', ({ parentPort, workerData, burn }) => {
        burn(workerData as number, 'slice');
        parentPort.postMessage(workerData);
      });
      const ask = (name: string, job: number, ms: number) =>
        lab.call(name, () => within(file, job, ms)).catch(rejected);
      const asked = [ask('a', 53, 61), ask('b', 17, 89), ask('c', 17, 41), ask('d', 53, 89)];
      const answers = await Promise.all(asked);
      return [...answers, await ask('e', 53, 61)];
    },
    {
      mayLeave,
      plan: {
        ...{ a: [0, 62, FAILS], b: [0, 48], c: [0, 42, FAILS], d: [0, 84], e: [84, 146, FAILS] },
        slice: [
          [30, 61, { aborted: 61 }],
          [30, 47],
          [30, 41, { aborted: 41 }],
          [30, 83],
          [114, 145, { aborted: 145 }],
        ],
      },
    },
  );

/** Threads that are not done at their deadline. */
const TOO_LATE: Record<string, [End, Scene, because: string]> = {
  'When the thread computes without an end:': [RINGS, { slices: Infinity }, NEVER_ENDS],
  'When it computes for 71 ms:': [RINGS, { slices: 71 }, STARTING_COUNTS],
  'When it computes for 30,011 ms:': [RINGS, { slices: 30_011 }, NEVER_ENDS],
  'When the thread may take 17 ms:': [RINGS, { ms: 17 }, STILL_STARTS],
  'When the thread may take 1 ms:': [RINGS, { ms: 1 }, STILL_STARTS],
  'When the thread waits for a message:': [{ waits: true }, { slices: 0 }, WAITS],
  'When the thread computes, and waits for a message:': [{ waits: true }, {}, WAITS],
};

const NO_TIME = {
  'When `ms` is 0:': 0,
  'When `ms` is -53:': -53,
  'When `ms` is -Infinity:': -Infinity,
  'When `ms` is NaN:': Number.NaN,
  'When `ms` is 0.5:': 0.5,
};

/** A job with a function in it. */
const NOT_COPIED = { job: { cut: () => {} } };

test('has one thread do the job as it is in the call, and is not blocked meanwhile', async () => {
  const ended = await asking(RINGS, { slices: Infinity }, quietly);
  expect(await echo({ cut: 'rings' })).toGive({ answer: { cut: 'rings' } }, JOB);
  for (const trace of [await asking(RINGS), ended]) {
    expect(trace).toStart('slice', 1, JOB);
    expect(trace).toBeSilentAtMost(0, BLOCKED);
  }
  const job = { cut: 'rings', of: ['onion'] };
  const cubes = () => {
    job.cut = 'cubes';
    job.of[0] = 'carrot';
    return {};
  };
  expect(await echo(job, cubes)).toGive({ answer: { cut: 'rings', of: ['onion'] } }, AS_IT_IS);
  for (const make of [() => new ArrayBuffer(8), () => new Uint8Array(8)]) {
    const photo = make();
    const left = () => ({ left: photo.byteLength });
    expect(await echo(photo, left)).toGive({ answer: make(), left: 8 }, KEPT);
  }
});

test('fulfils with the answer when the thread has ended in time, whatever value it is', async () => {
  const trace = await asking(RINGS);
  expect(trace).toGive({ answer: 'RINGS' });
  expect(trace).toRunAsPlanned(IN_TIME);
  for (const answer of [
    undefined,
    null,
    0,
    '',
    false,
    Number.NaN,
    [],
    new Error('a value'),
    { error: 'x' },
  ])
    expect(await asking({ posts: answer })).toGive({ answer }, ANY_VALUE);
  for (const job of [undefined, null, 0, [['x']], { then: 5, job: null }])
    expect(await echo(job)).toGive({ answer: job }, ANY_VALUE);
});

test('ends a thread that has not ended at its deadline, whatever it is doing', async () => {
  await eachCase(TOO_LATE, async ([end, scene, because]) => {
    const { slices = 53, ms = DEADLINE } = scene;
    const trace = await asking(end, scene, quietly);
    expect(trace).toAbort(START + slices > ms && ms > START ? { slice: ms } : {}, because);
    expect(trace).toRunAsPlanned(because);
  });
});

test('rejects with a TimeoutError when the thread has ended for that reason', async () => {
  await eachCase(TOO_LATE, async ([end, scene]) => {
    const { ms = DEADLINE } = scene;
    expect(await asking(end, scene)).toFailWith(TIMEOUT, ms + END, ITS_NAME);
  });
});

test('rejects with the failure of a thread that fails in time, as it is', async () => {
  const trace = await asking({ throws: new RangeError('slice failed') }, { slices: 17 });
  expect(trace).toRejectWith(emitted(trace), 47, HAS_THROWN);
  await eachReason(
    ['the thread'],
    async (reasons) => {
      const thrown = await asking({ throws: reasons['the thread'] }, { slices: 17 });
      expect(thrown).toRejectWith(emitted(thrown), 47, HAS_THROWN);
    },
    'throws',
  );
  // The thread may have a limit of its own.
  const own = Object.assign(new Error('the server is slow'), { name: 'TimeoutError' });
  const limited = await asking({ throws: own }, { slices: 17 });
  expect(limited).toRejectWith(emitted(limited), 47, HAS_THROWN);
  const cases: Record<string, [code: number, End]> = {
    'When the thread calls exit(3):': [3, { exits: 3 }],
    'When the thread calls exit(1):': [1, { exits: 1 }],
    'When the thread calls exit(0):': [0, { exits: 0 }],
    'When the thread comes to the end of its code:': [0, {}],
  };
  await eachCase(cases, async ([code, end]) => {
    const ended = await asking(end, { slices: 23 });
    const message = `exited with code ${code}, and without an answer`;
    expect(ended).toFailWith(message, 'exits' in end ? 53 : 54, NO_ANSWER);
  });
});

test('rejects when the job cannot be copied, or when the time makes no sense', async () => {
  expect(await asking(RINGS, NOT_COPIED)).toFailWith({ name: 'DataCloneError' }, 0, NO_COPY);
  await eachCase(NO_TIME, async (ms) => {
    expect(await asking(RINGS, { ms })).toFailWith({ name: 'RangeError' }, 0, NO_SENSE);
    const quiet = await asking(RINGS, { ms }, quietly);
    expect(quiet).toStart('cook 1', 0, NO_SENSE);
  });
});

test('sets one timer, and leaves no timer and no thread', async () => {
  const trace = await asking(RINGS);
  expect(trace).toLeaveNothing();
  expect(trace).toSetTimers(1, ONE_TIMER);
  expect(trace).toFireTimersOnce();
  expect(await asking(RINGS, { slices: Infinity }, quietly)).toSetTimers(1, ONE_TIMER);
  const longest = await asking(RINGS, { ms: LONGEST });
  expect(longest).toGive({ answer: 'RINGS' }, ONE_TIMER);
  expect(longest).toSetTimers(1, ONE_TIMER);
  const ends: Record<string, [End, Scene?]> = {
    'When the thread has thrown:': [{ throws: new Error('slice failed') }],
    'When the thread has ended without an answer:': [{ exits: 3 }],
    'When `new Worker` throws:': [RINGS, NOT_COPIED],
  };
  for (const [words, [end, scene]] of Object.entries(TOO_LATE)) ends[words] = [end, scene];
  await eachCase(ends, async (scene) => expect(await asking(...scene)).toLeaveNothing());
});

test('has a thread and a time of its own for each call', async () => {
  for (const repeat of [again, together]) {
    await repeat(several, (trace) => {
      expect(trace).toGive(['rejected', 17, 'rejected', 53, 'rejected'], EACH);
      expect(trace).toRunAsPlanned(EACH);
    });
  }
});

test('has no deadline, and sets no timer, with Infinity', async () => {
  const trace = await asking(RINGS, { slices: 100_003, ms: Infinity });
  expect(trace).toGive({ answer: 'RINGS' }, UNLIMITED);
  expect(trace).toSetTimers(0, UNLIMITED);
  const noAnswer = await asking({ exits: 3 }, { ms: Infinity });
  expect(noAnswer).toFailWith('exited with code 3, and without an answer', 83, ENDS_ANYWAY);
  expect(trace).toRunAsPlanned(ENDS_ANYWAY);
});

test('does the same for real, on threads of Node', async ({ task, skip }) => {
  const loops = realProgram(({ burn }) => burn(Infinity));
  const answers = realProgram(({ parentPort, workerData }) => parentPort.postMessage(workerData));
  await forReal({ task, skip }, async () => {
    const looping = within(loops, 'onion', 53);
    const [answer] = await Promise.all([
      within(answers, 'onion', 60_000),
      expect(looping).rejects.toMatchObject(TIMEOUT),
    ]);
    expect(answer).toBe('onion');
  });
});
