import { mkdirSync, writeFileSync } from 'node:fs';
import { url as debuggerUrl } from 'node:inspector';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { abandonAsyncContexts, tidyAsyncContexts } from '../node/async-contexts.ts';
import { native } from '../node/native.ts';
import { once } from '../node/once.ts';
import {
  currentRun,
  forgetRuns,
  isOutsideOfRuns,
  latestRun,
  type Run,
  runsUnderWay,
} from '../time/run-context.ts';
import { type Place, placeIn } from '../trace/place.ts';
import { HungryError, RunawayError } from '../trace/runaway.ts';

/** Of the stack that the thread found when it looked why nothing moves any more. */
interface Frame {
  readonly url: string;
  readonly name: string;
  /** In the code as it runs, counted from 1. */
  readonly line: number;
  readonly column: number;
}

const KEPT =
  'this code blocked the thread for too long and did not yield, so nothing else could run, not even a timer. (Awaiting a value that is already there does not let timers run.)';

/** Calls of Node that return late, and while they last nothing of V8 can be interrupted: so they say who they are. */
const blockedBy = (name: string) =>
  `'${name}' blocked the thread for too long, so nothing else could run, not even a timer.`;

const HUNGRY = 'this code used more and more memory, and did not end.';

/** How often the main thread shows that it is alive, in real ms. */
const BEAT = 100;

/**
 * Real ms without a sign of life after which the thread looks what is going on: somebody may well be busy
 * for a while. Who has run away before is believed no more.
 */
const SILENCE = { first: 1000, again: 400 };

/** Bytes that one run may take: with much more, V8 comes near to its end, and it ends the process. */
const MOST = 600 * 2 ** 20;

/** Bytes with which a worker begins no other file: somebody has left too much behind. */
const FULL = 750 * 2 ** 20;

/**
 * Here a process that has to die writes why, and src/runner/workers/survive.ts reads it; the folder is that of
 * src/course/keep.ts. The second is for a course in which nothing can be written.
 */
const LAST_WORDS = [process.cwd(), tmpdir()].map((root) =>
  join(root, '.learn-async', `last-words-${process.pid}.json`),
);

const { memoryUsage } = process;

/** What the thread reads of us, by its places: beats in all, whether there is a debugger, and so on. */
const [BEATS, DEBUGGED, OF_ONE_RUN, TEST, SILENCE_NOW, RESTS] = [0, 1, 2, 3, 4, 5] as const;

/** Bytes of the name of a call that blocks the thread, and of its place. */
const ROOM = 1024;

/** By this name the thread reaches us; there is one that watches over a process. */
const { state, blocking } = once('watchdog', () => {
  const state = new Int32Array(new SharedArrayBuffer(24));
  Atomics.store(state, TEST, -1);
  Atomics.store(state, SILENCE_NOW, SILENCE.first);
  Atomics.store(state, RESTS, 1);
  /** UTF-8, filled up with zeros: what will be said if this call does not return. */
  const blocking = new Uint8Array(new SharedArrayBuffer(ROOM));
  return { state, blocking, leave };
});

/** Before a call that blocks the thread, so that its name is known if it never returns. */
export function beginBlocking(name: string, place: Place): void {
  new TextEncoder().encodeInto(toldAt(blockedBy(name), placeIn(place.stack)), blocking);
}

export function endBlocking(): void {
  for (let i = 0; i < ROOM && blocking[i] !== 0; i++) blocking[i] = 0;
}

/** For code that is ended in its midst: no `finally` of it runs. */
const tidyAfterEnd: (() => void)[] = [endBlocking];

/** What a `finally` would do is done by this where the code is ended before. */
export function whenEnded(tidy: () => void): void {
  tidyAfterEnd[tidyAfterEnd.length] = tidy;
}

/** @param place where it was found, as a reader is told it */
function toldAt(text: string, place: string | undefined): string {
  return `Stopped: ${text}${place ? `\n\nFound at ${place}` : ''}`;
}

/**
 * Before the tests of a file. Ends a worker in which there is little room left: another one begins again.
 *
 * @param isReplaced whether another one does: else to go on is better than to end
 */
export function beginFile(isReplaced = false): void {
  Atomics.store(state, SILENCE_NOW, SILENCE.first);
  if (!isReplaced || memoryUsage.rss() < FULL) return;
  if (!LAST_WORDS.some(writeAgain)) return;
  native.kill.call(process, process.pid, 'SIGKILL');
}

function writeAgain(file: string): boolean {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify({ isAgain: true }));
    return true;
  } catch {
    return false;
  }
}

/** @param test which of its file's tests begins, counted from 0; a death will be laid at it */
export function beginTest(test: number): void {
  Atomics.store(state, TEST, test);
}

/** From now on somebody else's code may come. Until this is called, the process may keep its thread as long as it likes. */
export function watch(): void {
  Atomics.store(state, RESTS, 0);
}

/** For work of the lab's own that keeps the thread for longer than a beat. */
export function showAlive(): void {
  Atomics.add(state, BEATS, 1);
}

/** One that was given up, because it took too long, has nothing to be watched any more. */
export function endTest(): void {
  Atomics.store(state, TEST, -1);
  forgetRuns();
}

/**
 * The thread has the main thread call this, in the midst of the code that it is about to end.
 *
 * @param frames innermost first
 */
function leave(frames: readonly Frame[]): { text: string; isOwned: boolean } {
  // What was set going while the file was loaded is laid at no test of it.
  const isNobodys = isOutsideOfRuns();
  const run = isNobodys ? undefined : (currentRun() ?? latestRun());
  if (isNobodys) Atomics.store(state, TEST, -1);
  abandonAsyncContexts();
  // In a language that may be broken: by hand.
  for (let i = 0; i < tidyAfterEnd.length; i++) tidyAfterEnd[i]?.();
  Atomics.store(state, SILENCE_NOW, SILENCE.again);
  const error = new RunawayError(KEPT);
  error.stack = stackOf(error, frames);
  run?.stop(error);
  return { text: toldAt(KEPT, placeIn(error.stack)), isOwned: run !== undefined };
}

function stackOf(error: Error, frames: readonly Frame[]): string {
  const sites = frames.map((frame) => new CallSite(frame));
  // vitest's own translates a place in the code as it runs into the one that was written.
  const stack = Error.prepareStackTrace?.(error, sites as never);
  return String(stack ?? [`${error}`, ...sites].join('\n    at '));
}

/** As much of V8's own as it takes to print a line of a stack. */
class CallSite {
  readonly #frame: Frame;
  readonly #path: string;

  constructor(frame: Frame) {
    this.#frame = frame;
    // A debugger is told file URLs where the code itself is known by its path.
    this.#path = frame.url.startsWith('file:') ? fileURLToPath(frame.url) : frame.url;
  }

  getFileName() {
    return this.#path;
  }
  getScriptNameOrSourceURL() {
    return this.#path;
  }
  getLineNumber() {
    return this.#frame.line;
  }
  getColumnNumber() {
    return this.#frame.column;
  }
  getFunctionName() {
    return this.#frame.name;
  }
  isNative() {
    return false;
  }
  isEval() {
    return false;
  }
  isConstructor() {
    return false;
  }
  isToplevel() {
    return true;
  }
  toString() {
    return `${this.#frame.name} (${this.#path}:${this.#frame.line}:${this.#frame.column})`;
  }
}

/** Whose code is ended when it keeps the thread. */
const LEARNERS = /[\\/](katas|solutions)[\\/].*\.ts$/;

/**
 * Starts the thread that watches over every run, after `watch()`. To be called once in a process.
 *
 * @param learners the paths of the code that is ended when it keeps the thread
 */
export function startWatchdog(learners: RegExp = LEARNERS): void {
  /** The one that has been under way for longest. */
  let oldest: Run | undefined;
  let beats = 0;
  let before = 0;
  let isHungry = false;
  const beat = (): void => {
    tidyAsyncContexts();
    const first = runsUnderWay()[0];
    beats = first && first === oldest ? beats + 1 : 0;
    if (beats === 0) before = memoryUsage.rss();
    oldest = first;
    Atomics.store(state, OF_ONE_RUN, beats);
    // Who holds the code at a breakpoint is no runaway.
    Atomics.store(state, DEBUGGED, debuggerUrl() ? 1 : 0);
    Atomics.add(state, BEATS, 1);
    // One that is just about to end for another reason is left to that: some of its memory is garbage.
    const wasHungry = isHungry;
    isHungry = memoryUsage.rss() - before > MOST;
    if (wasHungry && isHungry) latestRun()?.stop(new HungryError(HUNGRY));
  };
  beat();
  native.setInterval(beat, BEAT).unref();
  const thread = new Worker(new URL('./watchdog-thread.mjs', import.meta.url), {
    workerData: {
      state,
      blocking,
      learners,
      texts: { kept: toldAt(KEPT, undefined), hungry: toldAt(HUNGRY, undefined) },
      parent: process.ppid,
      lastWords: LAST_WORDS,
    },
    execArgv: [],
  });
  thread.unref();
}
