/** One interleaving once more, on real threads: each takes its next step when it is told to, and not before. */
import { Worker } from 'node:worker_threads';
import { showAlive } from '../../../guard/watchdog.ts';
import { COPY } from '../../../trace/own-copy.ts';
import type { Interleavings } from '../interleave.ts';
import type { Way } from '../states/paths.ts';
import type { Step } from '../states/state.ts';
import { isSame } from '../threads/access.ts';
import { CELLS } from './protocol.mjs';
import { RealThread, TooLateError } from './real-thread.ts';

/** Real ms for all of it. */
const PATIENCE = 2000;

/** Characters of what a thread returns. */
const LONGEST = 200;

const BYTES = 4;

/**
 * Whether real threads take the very same steps, get the same answers, and leave the same in memory.
 *
 * @returns false also where real threads are not to be had, the code needs something from outside, or a thread goes
 * round in a loop
 */
export function isSeenOnRealThreads(run: Interleavings, way: Way): boolean {
  if (way.steps.some(({ rounds }) => rounds)) return false;
  const workers: Worker[] = [];
  try {
    return isSeen(run, way, workers);
  } catch {
    return false;
  } finally {
    for (const worker of workers) void worker.terminate();
  }
}

function isSeen(run: Interleavings, way: Way, workers: Worker[]): boolean {
  const shared = new SharedArrayBuffer(run.cells.length * BYTES);
  const memory = new Int32Array(shared);
  memory.set(run.first.memory);
  const control = new Int32Array(new SharedArrayBuffer(run.threads.length * CELLS * BYTES));
  const until = performance.now() + PATIENCE;
  const threads = run.threads.map((name, place) => {
    const said = new Int32Array(new SharedArrayBuffer((LONGEST + 1) * BYTES));
    const worker = new Worker(new URL('./thread.mjs', import.meta.url), {
      workerData: {
        control,
        shared,
        place,
        said,
        kata: textOf(run.kata as object),
        locks: (run.scene.locks ?? []).map((name) => run.cells.indexOf(name)),
        body: String(run.scene.threads[name]),
      },
      execArgv: [],
      stdout: true,
      stderr: true,
    });
    worker.unref();
    // What it fails with is no news: then it was not seen.
    worker.on('error', () => {});
    workers.push(worker);
    return new RealThread(control, place, said, () => {
      showAlive();
      if (performance.now() > until) throw new TooLateError();
    });
  });
  for (const thread of threads) thread.begin();
  const isLike = way.steps.every((step) => isTaken(step, threads, memory));
  return isLike && endsAlike(way, threads);
}

/** Lets a thread take the step that it is at. */
function isTaken(step: Step, threads: readonly RealThread[], memory: Int32Array): boolean {
  const { access, result, woken, to } = step;
  const thread = threads[step.thread] as RealThread;
  const next = thread.next();
  if (!next || !isSame(next, access)) return false;
  if (access.kind === 'wait') {
    // It stays where it is, and is asleep.
    if (result === 'sleeps') return memory[access.cell] === access.operands[0];
    if (result !== 'not-equal' || memory[access.cell] === access.operands[0]) return false;
    thread.goOn(1);
    return true;
  }
  for (const sleeper of woken) threads[sleeper]?.goOn(0);
  const got = thread.goOn(access.kind === 'notify' ? woken.length : undefined);
  return got === result && memory.every((value, cell) => value === to.memory[cell]);
}

/** What each thread that has come to its end returned, or threw. */
function endsAlike({ last: { end } }: Way, threads: readonly RealThread[]): boolean {
  if (end?.kind === 'done')
    return threads.every(
      (thread, i) => thread.returned() === (JSON.stringify(end.returned[i]) ?? 'undefined'),
    );
  if (end?.kind === 'threw')
    return threads[end.thread]?.threw() === JSON.stringify(String(end.error));
  return true;
}

/** Code that makes a copy of all that the kata exports. */
function textOf(kata: object): string {
  const copy: unknown = Reflect.get(kata, COPY);
  if (typeof copy === 'function') return `(${copy})()`;
  const members = Object.entries(kata).map(
    ([name, member]) => `${JSON.stringify(name)}: ${member}`,
  );
  return `({ ${members.join(', ')} })`;
}
