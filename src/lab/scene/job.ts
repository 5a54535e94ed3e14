import type { VirtualClock } from '../time/clock.ts';
import type { Recorder } from './recorder.ts';

export interface JobOptions<T> {
  /** What it gives when it is done; its name in capitals unless told. */
  gives?: T;
  /** Makes it fail at its end: with `<name> failed`, or with this error. */
  fails?: boolean | Error;
  /** Makes it fail at its end with this, whatever it is. */
  failsWith?: unknown;
  /** How long it takes to stop once it is aborted, in ms; at once unless told. */
  stopsIn?: number;
  /** Makes it fail with this when it has stopped, and not reject with the reason of the signal. */
  stopsWith?: unknown;
}

/** Starts the work again at every call; with a signal it can be stopped on the way. */
export type Job<T = string> = (signal?: AbortSignal) => Promise<T>;

/** Work done elsewhere (a download, a query): it needs time and no CPU, and leaves a span. */
export function createJob<T>(
  recorder: Recorder,
  clock: VirtualClock,
  name: string,
  takes: number,
  options: JobOptions<T> = {},
): Job<T> {
  const { stopsIn = 0 } = options;
  const failsWith = 'failsWith' in options;
  const fails = failsWith || Boolean(options.fails);
  // A job may well be told to give undefined.
  const gives = 'gives' in options ? (options.gives as T) : (name.toUpperCase() as T);
  recorder.offer(name, takes);
  // The same error at every call, and made only when it is needed: a stack costs something.
  let failure: unknown = failsWith ? options.failsWith : options.fails;

  return (signal) =>
    new Promise((resolve, reject) => {
      const span = recorder.start(name, 'wait');
      let stop: (() => void) | undefined;
      const finish = () => {
        if (signal && stop) {
          signal.removeEventListener?.('abort', stop);
          // Code may hand on anything, and a number is no key of a WeakMap.
          if (Object(signal) === signal) recorder.lateAborts.watch(signal, span);
        }
        recorder.end(span, fails ? 'failed' : 'done', timer.dueAt);
        if (typeof gives === 'object' && gives !== null && !fails) span.gave = gives;
        if (!fails) return resolve(gives);
        if (!failsWith && failure === true) failure = new Error(`${name} failed`);
        span.error = failure;
        reject(failure);
      };
      const timer = clock.set('timeout', finish, takes, undefined, 'lab');
      if (!signal) return;
      stop = () => {
        clock.disarm(timer);
        span.aborted = recorder.now();
        span.reason = signal.reason;
        const stopped = () => {
          const failsWhileStopping = 'stopsWith' in options;
          recorder.end(span, failsWhileStopping ? 'failed' : 'aborted');
          if (failsWhileStopping) span.error = options.stopsWith;
          reject(failsWhileStopping ? options.stopsWith : signal.reason);
        };
        if (stopsIn > 0) clock.set('timeout', stopped, stopsIn, undefined, 'lab');
        else stopped();
      };
      recorder.listeners.add(stop);
      if (signal.aborted) {
        span.startsAborted = true;
        stop();
      } else signal.addEventListener?.('abort', stop, { once: true });
    });
}
