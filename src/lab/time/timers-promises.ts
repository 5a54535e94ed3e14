/** `node:timers/promises` on the virtual clock, with Node's own semantics; real outside a run. */

import { native } from '../node/native.ts';
import type { Place } from '../trace/place.ts';
import type { VirtualClock } from './clock.ts';
import { currentClock } from './run-context.ts';
import type { Timer } from './timer.ts';

interface Options {
  signal?: AbortSignal;
  ref?: boolean;
}

function abortError(signal: AbortSignal): Error {
  const error = new Error('The operation was aborted', { cause: signal.reason });
  error.name = 'AbortError';
  return Object.assign(error, { code: 'ABORT_ERR' });
}

/** Resolves when the timer that `arm` sets fires; an abort clears it and rejects. */
function when<T>(
  clock: VirtualClock,
  arm: (callback: () => void) => Timer,
  value: T,
  { signal, ref = true }: Options = {},
): Promise<T> {
  if (signal?.aborted) return Promise.reject(abortError(signal));
  return new Promise((resolve, reject) => {
    const timer = arm(() => {
      signal?.removeEventListener('abort', onAbort);
      resolve(value);
    });
    if (!ref) timer.unref();
    const onAbort = () => {
      clock.disarm(timer);
      reject(abortError(signal as AbortSignal));
    };
    signal?.addEventListener('abort', onAbort, { once: true });
  });
}

function setTimeout<T = void>(delay?: number, value?: T, options?: Options): Promise<T> {
  const clock = currentClock();
  if (!clock) return native.timersPromises.setTimeout(delay, value as T, options);
  const place = clock.callerIfRemembered();
  const arm = (callback: () => void) => clock.set('timeout', callback, delay, [], 'learner', place);
  return when(clock, arm, value as T, options);
}

function setImmediate<T = void>(value?: T, options?: Options): Promise<T> {
  const clock = currentClock();
  if (!clock) return native.timersPromises.setImmediate(value as T, options);
  const place = clock.callerIfRemembered();
  const arm = (callback: () => void) => clock.set('immediate', callback, 0, [], 'learner', place);
  return when(clock, arm, value as T, options);
}

async function* everyInterval<T>(
  clock: VirtualClock,
  delay: number,
  value: T,
  place: Place | undefined,
  signal?: AbortSignal,
) {
  if (signal?.aborted) throw abortError(signal);
  let missed = 0;
  let wake = () => {};
  const tick = () => {
    missed++;
    wake();
  };
  const timer = clock.set('interval', tick, delay, [], 'learner', place);
  const onAbort = () => wake();
  signal?.addEventListener('abort', onAbort, { once: true });
  try {
    for (;;) {
      if (signal?.aborted) throw abortError(signal);
      if (missed > 0) {
        missed--;
        yield value;
      } else {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    }
  } finally {
    clock.disarm(timer);
    signal?.removeEventListener('abort', onAbort);
  }
}

function setInterval<T = void>(delay = 1, value?: T, options?: Options): AsyncIterable<T> {
  const clock = currentClock();
  if (!clock) return native.timersPromises.setInterval(delay, value as T, options);
  return everyInterval(clock, delay, value as T, clock.callerIfRemembered(), options?.signal);
}

export const timersPromises = {
  setTimeout,
  setImmediate,
  setInterval,
  scheduler: {
    wait: (delay: number, options?: Options) => setTimeout(delay, undefined, options),
    yield: () => setImmediate(),
  },
};
