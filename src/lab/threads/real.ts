/** Threads of Node itself, for the last test of a kata: what was shown on virtual time is so for real. */
import type { ChildProcess } from 'node:child_process';
import { Worker } from 'node:worker_threads';
import { native } from '../node/native.ts';
import { once } from '../node/once.ts';
import { testsOf } from '../trace/tests-of.ts';
import { UNTOUCHED } from '../trace/untouched.ts';
import { show } from '../trace/value.ts';
import { hasEnded } from './core.ts';
import { asURL, ownModule } from './own-module.ts';
import { watchThreads, watchThreadsNoMore } from './replace.ts';

const NO_THREADS = 'No threads can be started here.';

/** What the code of such a thread has. It stands alone: nothing else of its file is there. */
export interface RealThread {
  readonly parentPort: NonNullable<typeof import('node:worker_threads').parentPort>;
  readonly workerData: unknown;
  /** Computes for so many real ms; `Infinity` is a loop without an end. */
  burn(ms: number): void;
  exit(code?: number): never;
  /** Goes on when so many threads have come here, each of them once. */
  meet(hall: Int32Array, threads: number): void;
}

/** Of a file, as vitest has them. */
type Entry =
  | { readonly type: 'suite' }
  | {
      readonly type: 'test';
      readonly result?: {
        readonly state: string;
        readonly errors?: readonly { readonly message: string }[];
      };
    };

/** What vitest gives to a test. */
interface Test {
  readonly task: {
    readonly meta: { lab?: { cannotRun?: string; comesLater?: boolean } };
    readonly file: { readonly filepath: string; readonly tasks: readonly Entry[] };
    /** In a proof by mutants, each of them has one, with all tests of the file. */
    readonly suite?: { readonly tasks: readonly Entry[] } | undefined;
  };
  skip(why: string): void;
}

/** Real ms that a test may take, where the answer is right some 100. */
const PATIENCE = 10_000;

/** A file that threads of Node can be started from; what stands in it is this function. */
export function realProgram(program: (thread: RealThread) => unknown): URL {
  return new URL(asURL(codeOf(program)));
}

/**
 * The same for a kata that has a function for the thread, too.
 *
 * @param task of the test: its file, or that of the stub, is loaded by the thread as `own`
 */
export async function realProgramOf<Kata>(
  task: Test['task'],
  program: (thread: RealThread & { readonly own: Kata }) => unknown,
): Promise<URL> {
  const own = await ownModule(task.file.filepath);
  return new URL(asURL(`import * as own from ${JSON.stringify(own)};${codeOf(program, 'own')}`));
}

function codeOf(program: unknown, ...more: string[]): string {
  return `
import { parentPort, workerData } from 'node:worker_threads';
const burn = ${burn};
const meet = ${meet};
(${program})({ ${['parentPort, workerData, burn, exit: process.exit, meet', ...more].join(', ')} });`;
}

function burn(ms: number): void {
  const end = performance.now() + ms;
  while (performance.now() < end);
}

function meet(hall: Int32Array, threads: number): void {
  const here = Atomics.add(hall, 0, 1) + 1;
  if (here === threads) Atomics.notify(hall, 0);
  for (let there = here; there < threads; there = Atomics.load(hall, 0))
    if (Atomics.wait(hall, 0, there, 2000) === 'timed-out')
      throw new Error(`${there} of ${threads} threads were running at one time`);
}

/** One answer for all files of a process. */
const here = once('real threads can be started', () => ({
  canStart: undefined as Promise<boolean> | undefined,
}));

/** Whether threads can be started here: a sandbox may forbid it. */
function canStartThreads(): Promise<boolean> {
  here.canStart ??= tryThread();
  return here.canStart;
}

async function tryThread(): Promise<boolean> {
  try {
    const worker = new Worker('', { eval: true });
    return await new Promise<boolean>((resolve) => {
      worker.once('error', () => resolve(false));
      worker.once('exit', (code) => resolve(code === 0));
    });
  } catch {
    return false;
  }
}

/** Code that is wrong already may go on without an end, and there is nothing to be learnt from it on real threads. */
function hasFailed({ file, suite = file }: Test['task']): boolean {
  const failures = testsOf(suite).flatMap(({ result }) =>
    result?.state === 'fail' ? [result.errors?.[0]?.message ?? ''] : [],
  );
  return failures.length > 0 && !failures.some((message) => message.startsWith(UNTOUCHED));
}

/**
 * Runs a test on real time, and with real threads and processes, once all others of its file hold. Whatever it leaves
 * is ended.
 *
 * @param context of the test, which says so and is skipped where threads cannot be started
 * @throws where it takes too long, or leaves a thread or a process
 */
export async function forReal({ task, skip }: Test, run: () => Promise<unknown>): Promise<void> {
  if (hasFailed(task)) {
    task.meta.lab = { ...task.meta.lab, comesLater: true };
    throw new Error('It is tried for real when the tests above pass.');
  }
  if (!(await canStartThreads())) {
    task.meta.lab = { ...task.meta.lab, cannotRun: NO_THREADS };
    skip(NO_THREADS);
  }
  const { workers, children } = watchThreads();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise((_, reject) => {
    const error = new Error(`For real, the call is still pending after ${PATIENCE} ms.`);
    timer = native.setTimeout(() => reject(error), PATIENCE);
  });
  try {
    await Promise.race([run(), late]);
    const left = [...workers].filter((worker) => !hasEnded(worker)).length;
    if (left > 0) throw new Error(`${sayLeft(left, 'thread')} left behind.`);
    const running = [...children].filter(isRunning).length;
    if (running > 0) throw new Error(`${sayLeft(running, 'process', 'processes')} left behind.`);
  } catch (error) {
    throw inPlainWords(error);
  } finally {
    native.clearTimeout(timer);
    watchThreadsNoMore();
    for (const child of children) if (isRunning(child)) child.kill('SIGKILL');
    await Promise.all([...workers].map((worker) => worker.terminate()));
  }
}

const isRunning = ({ pid, exitCode, signalCode }: ChildProcess) =>
  pid !== undefined && exitCode === null && signalCode === null;

const sayLeft = (many: number, one: string, more = `${one}s`) =>
  many === 1 ? `1 real ${one} is` : `${many} real ${more} are`;

/** A comparison of vitest as a learner reads it, with the whole values; any other error as it is. */
function inPlainWords(error: unknown): unknown {
  if (!(error instanceof Error && 'actual' in error && 'expected' in error)) return error;
  const [compares, why] = /^(?:(.*): )?expected .* to /s.exec(error.message) ?? [];
  if (compares === undefined) return error;
  const fact = `On real threads, the result was ${show(error.actual)}; expected ${show(error.expected)}.`;
  error.message = why === undefined ? fact : `${fact}\n\n${why}`;
  return error;
}
