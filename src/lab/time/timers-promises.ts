/** `node:timers/promises` on the virtual clock, as Node's own code does it; real outside a run. */

import { native } from '../node/native.ts';
import type { Place } from '../trace/place.ts';
import type { VirtualClock } from './clock.ts';
import { currentClock } from './run-context.ts';
import type { Timer } from './timer.ts';

interface Options {
  signal?: AbortSignal;
  ref?: boolean;
}

class AbortError extends Error {
  readonly code = 'ABORT_ERR';
  override name = 'AbortError';

  constructor({ reason }: AbortSignal) {
    super('The operation was aborted', { cause: reason });
  }
}

/** Node's own says what is wrong with arguments that are not right. */
function areRight(delay: unknown, options: Options | undefined): boolean {
  if (delay !== undefined && typeof delay !== 'number') return false;
  if (options === undefined) return true;
  if (typeof options !== 'object' || options === null || Array.isArray(options)) return false;
  const { signal, ref } = options;
  if (ref !== undefined && typeof ref !== 'boolean') return false;
  if (signal === undefined) return true;
  return typeof signal === 'object' && signal !== null && 'aborted' in signal;
}

class OwnPromise<T> extends Promise<T> {}

/** In as many microtasks as Node's own, which keeps what follows from what somebody else does to `Promise`. */
function whenSettled<T>(promise: Promise<T>, then: () => void): Promise<T> {
  return new Promise((resolve, reject) => {
    new OwnPromise<T>((fulfil, fail) => void promise.then(fulfil, fail))
      .finally(then)
      .then(resolve, reject);
  });
}

/** Resolves when the timer that `arm` sets fires; an abort clears it and rejects. */
function when<T>(
  arm: (callback: () => void) => Timer,
  value: T,
  { signal, ref = true }: Options = {},
): Promise<T> {
  if (signal?.aborted) return Promise.reject(new AbortError(signal));
  let onAbort = () => {};
  const promise = new Promise<T>((resolve, reject) => {
    const timer = arm(() => resolve(value));
    if (!ref) timer.unref();
    if (!signal) return;
    onAbort = () => {
      if (timer.fired > 0 || timer.isCleared) return;
      timer[Symbol.dispose]();
      reject(new AbortError(signal));
    };
    signal.addEventListener('abort', onAbort);
  });
  return signal
    ? whenSettled(promise, () => signal.removeEventListener('abort', onAbort))
    : promise;
}

function setTimeout<T = void>(delay?: number, value?: T, options?: Options): Promise<T> {
  const clock = currentClock();
  if (!clock || !areRight(delay, options))
    return native.timersPromises.setTimeout(delay, value as T, options);
  const place = clock.callerIfRemembered();
  const arm = (callback: () => void) => clock.set('timeout', callback, delay, [], 'learner', place);
  return when(arm, value as T, options);
}

function setImmediate<T = void>(value?: T, options?: Options): Promise<T> {
  const clock = currentClock();
  if (!clock || !areRight(undefined, options))
    return native.timersPromises.setImmediate(value as T, options);
  const place = clock.callerIfRemembered();
  const arm = (callback: () => void) => clock.set('immediate', callback, 0, [], 'learner', place);
  return when(arm, value as T, options);
}

async function* everyInterval<T>(
  clock: VirtualClock,
  delay: number | undefined,
  value: T,
  place: Place | undefined,
  { signal, ref = true }: Options = {},
) {
  if (signal?.aborted) throw new AbortError(signal);
  let notYielded = 0;
  let wake: ((stop?: Promise<never>) => void) | undefined;
  const tick = () => {
    notYielded++;
    wake?.();
    wake = undefined;
  };
  const timer = clock.set('interval', tick, delay, [], 'learner', place);
  if (!ref) timer.unref();
  const onAbort = () => {
    timer[Symbol.dispose]();
    wake?.(Promise.reject(new AbortError(signal as AbortSignal)));
    wake = undefined;
  };
  try {
    signal?.addEventListener('abort', onAbort, { once: true });
    while (!signal?.aborted) {
      if (notYielded === 0) {
        await new Promise<void>((resolve) => {
          wake = resolve as typeof wake;
        });
      }
      for (; notYielded > 0; notYielded--) yield value;
    }
    throw new AbortError(signal as AbortSignal);
  } finally {
    timer[Symbol.dispose]();
    signal?.removeEventListener('abort', onAbort);
  }
}

function setInterval<T = void>(delay?: number, value?: T, options?: Options): AsyncIterable<T> {
  const clock = currentClock();
  if (!clock || !areRight(delay, options))
    return native.timersPromises.setInterval(delay, value as T, options);
  return everyInterval(clock, delay, value as T, clock.callerIfRemembered(), options);
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
