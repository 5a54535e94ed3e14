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
import { toThread } from './1-to-thread.ts';

/** What a thread needs to start, and to end, in ms. */
const START = 30;
const END = 1;

/** What is left has its own test. */
const mayLeave: ['thread', 'work', 'listener', 'timer'] = ['thread', 'work', 'listener', 'timer'];

const CLOSED = new Error('the page was closed');

/** The reason of `AbortSignal.timeout()`, one that no text can be made of, and one that `await` takes apart. */
const MORE = [
  new DOMException('The operation was aborted due to timeout', 'TimeoutError'),
  Symbol('no text'),
  { then: (fulfil: (value: string) => void) => fulfil('unwrapped') },
];

const MEANWHILE =
  'The thread has a core of its own. All that your code waits for is an event: of the worker, or of the signal.';
const BLOCKED =
  "While your code's own thread is blocked, no event can reach it, not even the answer. Return to the event loop, and let an event continue.";
const JOB =
  'Each call starts a thread from the file, and the thread reads its job from `workerData`, an option of `new Worker`.';
const AS_IT_IS =
  'The caller writes into the job just after the call. A copy is made in the moment of `new Worker`.';
const KEPT =
  'The job is a buffer of 8 bytes, and the thread gets a copy. So after the call, the caller still has all 8.';
const GONE =
  "The answer comes before the thread has ended. An 'exit' of the worker says that it has.";
const ANY_VALUE = 'Any value may be an answer: what says that there is one is that a message came.';
const HAS_THROWN =
  "When the code of a thread throws, its worker emits 'error' with the error, and then 'exit'. No message comes.";
const NO_ANSWER =
  "The thread has ended, and has posted no message. Whatever the exit code is, its worker emits 'exit', and nothing else.";
const NO_COPY = 'A function cannot be copied to another thread, so `new Worker` throws.';
const STOP =
  'The signal stays in its own thread: neither `new Worker` nor the other thread knows of it. `worker.terminate()` ends a thread, also in the middle of a loop.';
const UNTIL_GONE =
  "`terminate()` takes 1 ms to end the thread. Then its worker emits 'exit', with code 1, and the promise rejects with the reason of the signal.";
const EARLY = 'The thread was still starting: `worker.terminate()` ends it in that state, too.';
const ONLY_A_THREAD =
  'Only a thread can run the file of this test: `new Worker(file, …)` of node:worker_threads starts one, from the very URL.';
const BEFORE =
  "The signal had been aborted before the call, and its 'abort' event does not come again. Look at signal.aborted first.";
const EACH =
  "'a', 'b' and 'c' have the signal that is aborted at 61 ms, and 'a' has ended before that. Each call has its own thread, its own answer and its own end.";
const OTHERS =
  'The signal belongs to the caller, who has listeners of their own on it. They stay as they are.';

/** What the thread does at the end of its work. */
interface End {
  posts?: unknown;
  exits?: number;
  throws?: unknown;
  /** It throws in an async function, or in a timer. */
  way?: 'async' | 'timer';
  /** It waits for messages, so it never ends by itself. */
  waits?: boolean;
}

const RINGS: End = { posts: 'RINGS' };

/** A job with a function in it. */
const NOT_COPIED = { job: { cut: () => {} } };

const SHORT = { name: 'short', ms: 17 };
const LONG = { name: 'long', ms: 53 };

/** A thread that slices for so many ms, and ends then in this way. */
const cook = ({ program }: Lab, slices: number, { way, ...end }: End) =>
  program('cook', ({ parentPort, burn, exit }) => {
    if (end.waits) parentPort.on('message', () => {});
    if (slices > 0) burn(slices, 'slice');
    if ('posts' in end) parentPort.postMessage(end.posts);
    if ('exits' in end) exit(end.exits);
    if (!('throws' in end)) return;
    const fail = () => {
      throw end.throws;
    };
    if (way === 'async') return Promise.resolve().then(fail);
    if (way === 'timer') return setTimeout(fail, 1);
    fail();
  });

interface Scene {
  slices?: number;
  job?: unknown;
  /** When the signal is aborted, in ms; 0: just after the call; less: before it. */
  aborts?: number;
  reason?: unknown;
  /** It gets no signal. */
  isAlone?: boolean;
  /** What it rejects with has its own test. */
  quietly?: boolean;
}

/** A bug in the code gets out, as the TODO of the stub does. */
const rejected = (error: unknown, known: unknown) => {
  const isBug = error instanceof TypeError || error instanceof ReferenceError;
  if ((isBug && error !== known) || (error instanceof Error && error.message.startsWith('TODO')))
    throw error;
  return 'rejected';
};

/** When the thread has ended, and how. */
const planOf = (end: End, scene: Scene): Plan => {
  const { slices = 53, aborts = Infinity } = scene;
  if (scene === NOT_COPIED) return { toThread: [0, 0, FAILS] };
  const own = START + slices + ('throws' in end || 'exits' in end ? 0 : END);
  const settled = Math.min(own, aborts + END);
  const isCut = aborts < START + slices;
  const how = { computes: true, ...(isCut && { aborted: aborts }) };
  const slice = [START, Math.min(aborts, START + slices), how] as const;
  const fails = settled < own || !('posts' in end);
  return { toThread: [0, settled, { fails }], ...(slices > 0 && aborts > START && { slice }) };
};

/** One call. Its thread slices for 53 ms unless told. */
const asking = (end: End, scene: Scene = {}) =>
  observe(
    (lab) => {
      const { slices = 53, job = 'onion', aborts = Infinity, reason = CLOSED } = scene;
      const stop = lab.controller();
      const close = () => stop.abort(reason);
      if (aborts > 0 && aborts < Infinity) lab.at(aborts, close, 'page is closed');
      if (aborts < 0) close();
      const file = cook(lab, slices, end);
      const asked = lab.call('toThread', () =>
        toThread(file, job, scene.isAlone ? undefined : stop.signal),
      );
      if (aborts === 0) close();
      if (!scene.quietly) return asked.then((answer) => ({ answer }));
      return asked.catch((error) => rejected(error, reason));
    },
    { mayLeave, plan: planOf(end, scene), ifStuck: ONLY_A_THREAD },
  );

/** The thread answers with its job. `next` is what the caller does and sees just after the call. */
const echo = (job: unknown, next = (): object => ({})) =>
  observe(
    ({ program }) => {
      const file = program('cook', ({ parentPort, workerData }) =>
        parentPort.postMessage(workerData),
      );
      const asked = toThread(file, job);
      const seen = next();
      return asked.then((answer) => ({ answer, ...seen }));
    },
    { mayLeave },
  );

/** What a signal says after an abort with this: an AbortError when that is `undefined`. */
const reasonOf = (reason: unknown) => AbortSignal.abort(reason).reason;

/** What the worker has emitted as the error of its thread: a copy of the one that was thrown. */
const emitted = ({ spans }: Trace) => spans.find(({ kind }) => kind === 'life')?.error;

const FAILS = { fails: true };

/** Calls of one file, all but two of them with one job. Those of 'a', 'b' and 'c' have the signal that is aborted. */
const several = () =>
  observe(
    async (lab) => {
      const stop = new AbortController();
      const { signal } = stop;
      signal.onabort = () => lab.log('onabort');
      lab.at(61, () => stop.abort(CLOSED), 'page is closed');
      const file = lab.program('cook', ({ parentPort, workerData, burn }) => {
        const { name, ms } = workerData as typeof SHORT;
        burn(ms, name);
        parentPort.postMessage(name);
      });
      const ask = (name: string, job: typeof SHORT, by?: AbortSignal) =>
        lab.call(name, () => toThread(file, job, by)).catch((error) => rejected(error, CLOSED));
      const asked = [ask('a', SHORT, signal), ask('b', LONG, signal), ask('c', LONG, signal)];
      signal.addEventListener('abort', () => lab.log('another listener'));
      asked.push(ask('d', LONG), ask('e', LONG));
      const answers = await Promise.all(asked);
      return [...answers, await ask('f', SHORT)];
    },
    {
      mayLeave,
      plan: {
        ...{
          a: [0, 48],
          b: [0, 62, FAILS],
          c: [0, 62, FAILS],
          d: [0, 84],
          e: [0, 84],
          f: [84, 132],
        },
        short: [30, 114].map((start) => [start, start + 17] as const),
        long: [61, 61, 83, 83].map((end) => [30, end, end === 61 ? { aborted: 61 } : {}] as const),
      },
    },
  );

/** From the start of a thread to the end of its work. */
const MOMENTS = {
  'When the signal is aborted while the thread computes:': 61,
  'When the signal is aborted while the thread starts:': 17,
  'When the signal is aborted just after the call:': 0,
};

test('has one thread do the job as it is in the call, and does nothing else meanwhile', async () => {
  const trace = await asking(RINGS);
  expect(trace).toStart('slice', 1, JOB);
  expect(trace).toBeSilentAtMost(0, BLOCKED);
  expect(trace).toSetTimers(0, MEANWHILE);
  const echoed = await echo({ cut: 'rings' });
  expect(echoed).toGive({ answer: { cut: 'rings' } }, JOB);
  expect(echoed).toSetTimers(0, MEANWHILE);
  const job = { cut: 'rings' };
  const cubes = () => {
    job.cut = 'cubes';
    return {};
  };
  expect(await echo(job, cubes)).toGive({ answer: { cut: 'rings' } }, AS_IT_IS);
  const photo = new ArrayBuffer(8);
  const left = () => ({ left: photo.byteLength });
  expect(await echo(photo, left)).toGive({ answer: new ArrayBuffer(8), left: 8 }, KEPT);
});

test('fulfils with the answer when the thread has ended, whatever value the answer is', async () => {
  const trace = await asking(RINGS);
  expect(trace).toGive({ answer: 'RINGS' });
  expect(trace).toRunAsPlanned(GONE);
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
  for (const job of [
    undefined,
    null,
    0,
    '',
    [['x']],
    { then: 5, signal: null },
    new Map([['a', 1]]),
  ])
    expect(await echo(job)).toGive({ answer: job }, ANY_VALUE);
});

test('rejects with the error of a thread that throws, at that moment, whatever value it is', async () => {
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
  for (const [way, ms] of [
    ['async', 47],
    ['timer', 48],
  ] as const) {
    const later = await asking({ throws: new Error('later'), way }, { slices: 17 });
    expect(later).toRejectWith(emitted(later), ms, HAS_THROWN);
  }
});

test('rejects with its exit code when the thread ends without an answer', async () => {
  const cases: Record<string, [code: number, End]> = {
    'When the thread calls exit(3):': [3, { exits: 3 }],
    'When the thread calls exit(1):': [1, { exits: 1 }],
    'When the thread calls exit(0):': [0, { exits: 0 }],
    'When the thread comes to the end of its code:': [0, {}],
  };
  await eachCase(cases, async ([code, end]) => {
    const message = `exited with code ${code}, and without an answer`;
    for (const isAlone of [false, true]) {
      const trace = await asking(end, { slices: 23, isAlone });
      expect(trace).toFailWith(message, 'exits' in end ? 53 : 54, NO_ANSWER);
    }
  });
});

test('rejects when the job cannot be copied, and does not throw in the call', async () => {
  expect(await asking(RINGS, NOT_COPIED)).toFailWith({ name: 'DataCloneError' }, 0, NO_COPY);
});

test('ends the thread when the signal is aborted, and rejects with its reason when it has ended', async () => {
  await eachCase(MOMENTS, async (aborts) => {
    for (const slices of [53, Infinity]) {
      const quiet = await asking(RINGS, { slices, aborts, quietly: true });
      expect(quiet).toAbort(aborts > START ? { slice: aborts } : {}, aborts > START ? STOP : EARLY);
      const trace = await asking(RINGS, { slices, aborts });
      expect(trace).toRejectWith(CLOSED, aborts + END, aborts > START ? UNTIL_GONE : EARLY);
    }
  });
  await eachReason(
    ['the signal'],
    async (reasons) => {
      const reason = reasonOf(reasons['the signal']);
      expect(await asking(RINGS, { aborts: 61, reason })).toRejectWith(reason, 62, UNTIL_GONE);
    },
    'is aborted with',
    MORE,
  );
  const waiting = await asking({ waits: true }, { slices: 0, aborts: 61 });
  expect(waiting).toRejectWith(CLOSED, 62, UNTIL_GONE);
});

test('rejects immediately when the signal was aborted before the call, and starts no thread', async () => {
  await eachReason(
    ['the signal'],
    async (reasons) => {
      const reason = reasonOf(reasons['the signal']);
      expect(await asking(RINGS, { aborts: -1, reason })).toRejectWith(reason, 0, BEFORE);
    },
    'was aborted with',
    MORE,
  );
  const quiet = await asking(RINGS, { aborts: -1, quietly: true });
  expect(quiet).toStart('cook 1', 0, BEFORE);
});

test('leaves no thread, and no listener on the signal', async () => {
  const ends: Record<string, [End, Scene?]> = {
    'When the thread has answered:': [RINGS],
    'When the thread has thrown:': [{ throws: new Error('slice failed') }],
    'When the thread has ended without an answer:': [{ exits: 3 }],
    'When `new Worker` throws:': [RINGS, NOT_COPIED],
  };
  for (const [words, aborts] of Object.entries(MOMENTS)) ends[words] = [RINGS, { aborts }];
  await eachCase(ends, async (scene) => expect(await asking(...scene)).toLeaveNothing());
});

test('has a thread of its own for each call, and disturbs nothing else', async () => {
  for (const repeat of [again, together]) {
    await repeat(several, (trace) => {
      expect(trace).toGive(['short', 'rejected', 'rejected', 'long', 'long', 'short'], EACH);
      expect(trace).toRunAsPlanned(EACH);
      expect(trace).toLog([61, 'onabort'], [61, 'another listener'], OTHERS);
    });
  }
});

test('does the same for real, on threads of Node', async ({ task, skip }) => {
  const hall = new Int32Array(new SharedArrayBuffer(4));
  const meets = realProgram(({ parentPort, workerData, meet }) => {
    meet(workerData as Int32Array, 2);
    parentPort.postMessage('met');
  });
  const loops = realProgram(({ burn }) => burn(Infinity));
  await forReal({ task, skip }, async () => {
    // The two meet while both compute, which one thread cannot do.
    expect(await Promise.all([toThread(meets, hall), toThread(meets, hall)])).toEqual([
      'met',
      'met',
    ]);
    const stop = new AbortController();
    const looping = toThread(loops, 'onion', stop.signal);
    setTimeout(() => stop.abort(CLOSED), 50);
    await expect(looping).rejects.toBe(CLOSED);
  });
});
