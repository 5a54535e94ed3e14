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
  /** Some code was to run later: something was thrown that nobody caught, or a timer was set. */
  readonly isAsync: boolean;
};

/**
 * Threads are code of a run like any other: a loop that never ends is ended, and what nobody catches is laid at them. No
 * time passes.
 */
export function inSlices<T>(exploring: Generator<void, T>): Promise<Sliced<T>> {
  return new Promise((resolve, reject) => {
    let isAsync = false;
    let isTrying = false;
    const end = (found: T | undefined, stopped?: Error) =>
      // What was rejected is known when the turn is over.
      native.setImmediate(() => {
        endRun(run);
        resolve({ found, stopped, isAsync });
      });
    const run = runOf({
      failLater: () => {
        isAsync = true;
      },
      stop: (error) => {
        // Its code is ended where it stands, and no `finally` is run any more.
        putBack();
        isTrying = false;
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
        isTrying = true;
        runs.run(run, () => withStandIns(slice));
      } catch (error) {
        endRun(run);
        reject(error);
      } finally {
        isTrying = false;
      }
    };
    // No time passes here: what code of a thread leaves to a timer never runs.
    run.clock.onSet = () => {
      isAsync ||= isTrying;
    };
    beginRun(run);
    // On a stack of its own: what is ended takes its callers with it.
    native.setImmediate(turn);
  });
}

function runOf({ failLater, stop }: { failLater: () => void; stop: (error: Error) => void }): Run {
  const ignore = () => {};
  return {
    clock: new VirtualClock(),
    unhandledErrors: { reject: failLater, handle: () => false, throw: failLater },
    outside: { call: ignore, print: ignore, block: ignore, hasThreads: false },
    stop,
  };
}
