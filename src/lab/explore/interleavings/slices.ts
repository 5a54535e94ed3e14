/** Explores for a while, and lets the process live in between. */
import { native } from '../../node/native.ts';
import { VirtualClock } from '../../time/clock.ts';
import { beginRun, endRun, type Run, runs } from '../../time/run-context.ts';
import { putBack, withStandIns } from './threads/stand-ins.ts';

/** Real ms until others get their turn: the heart of the process beats in between. */
const SLICE = 30;

/** What was found, or why the code had to be ended. */
export type Sliced<T> = {
  readonly found: T | undefined;
  readonly stopped: Error | undefined;
  /** Something was rejected, and nobody caught it: there are async functions. */
  readonly isAsync: boolean;
};

/**
 * Threads are code of a run like any other: a loop that never ends is ended, and what nobody catches is laid at them. No
 * time passes.
 */
export function inSlices<T>(exploring: Generator<void, T>): Promise<Sliced<T>> {
  return new Promise((resolve, reject) => {
    let isAsync = false;
    const end = (found: T | undefined, stopped?: Error) =>
      // What was rejected is known when the turn is over.
      native.setImmediate(() => {
        endRun(run);
        resolve({ found, stopped, isAsync });
      });
    const run = runOf({
      reject: () => {
        isAsync = true;
      },
      stop: (error) => {
        // Its code is ended where it stands, and no `finally` is run any more.
        putBack();
        end(undefined, error);
      },
    });
    const slice = () => {
      const until = native.performanceNow() + SLICE;
      while (native.performanceNow() < until) {
        const { done, value } = exploring.next();
        if (done) return end(value);
      }
      return native.setImmediate(turn);
    };
    const turn = () => {
      try {
        runs.run(run, () => withStandIns(slice));
      } catch (error) {
        endRun(run);
        reject(error);
      }
    };
    beginRun(run);
    // On a stack of its own: what is ended takes its callers with it.
    native.setImmediate(turn);
  });
}

function runOf({ reject, stop }: { reject: () => void; stop: (error: Error) => void }): Run {
  const ignore = () => {};
  return {
    clock: new VirtualClock(),
    unhandledErrors: { reject, handle: () => false, throw: ignore },
    outside: { call: ignore, print: ignore, block: ignore, hasThreads: false },
    stop,
  };
}
