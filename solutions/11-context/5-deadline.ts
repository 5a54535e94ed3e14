import { AsyncLocalStorage } from 'node:async_hooks';

interface Deadline {
  /** On the clock of `performance.now()`. */
  readonly at: number;
  readonly signal: AbortSignal;
}

const deadlines = new AsyncLocalStorage<Deadline>();

/**
 * Calls `f`, for which there are `ms` ms. All that `f` sets going finds the signal and the time that is left in its context,
 * and nobody has to pass them on. `ms` is a number from 0 to 2 ** 31 - 1, or Infinity, which sets no limit.
 *
 * - In `f`, and in all functions that it calls, `deadlineSignal()` returns a signal. It is aborted when the time is up, in that
 *   millisecond, and not before. The end of `f` does not abort it. With 0, it may be aborted in the call, or 1 ms later.
 * - Calls `f` once, in the call, without arguments, and settles as its promise does, in the same millisecond. So it never
 *   settles before `f`, also when the time is up. A throw in the call is a rejection.
 * - `timeLeft()` returns how many ms are left. It is 0 when the time is up, and Infinity where there is no limit.
 * - All that `f` sets going (awaits, timers, immediates, handlers) finds the same signal, each time it asks. Each
 *   AsyncLocalStorage of others is as it was.
 * - For the code around the call, and for what was set going outside of `f`, nothing changes, whether `f` is running or not.
 * - Within another call of `withDeadline`, the limits of both hold: the one that comes first counts. If the time of the outer one
 *   is up, `f` is called with a signal that is aborted.
 * - When the time of the inner call is up, or `f` rejects, nothing else is told: around it, the outer limit holds as before.
 * - Several calls may be in flight at the same time. Each of them has its own limit.
 * - Sets one timer at most. When it settles, it leaves no listener on the signal of the outer call, and no timer. (That of
 *   `AbortSignal.timeout` may stay: it keeps no process alive, and cannot be cleared.)
 * - Rejects with a RangeError if `ms` is NaN or negative, and calls nothing.
 */
export async function withDeadline<T>(ms: number, f: () => Promise<T>): Promise<T> {
  if (!(ms >= 0)) throw new RangeError(`there is no limit of ${ms} ms`);
  const outer = deadlines.getStore();
  const own = new AbortController();
  const signal = outer ? AbortSignal.any([outer.signal, own.signal]) : own.signal;
  const at = Math.min(performance.now() + ms, outer?.at ?? Infinity);
  // A timer of Infinity would fire after 1 ms.
  const timer = ms === Infinity ? undefined : setTimeout(() => own.abort(), ms);
  try {
    return await deadlines.run({ at, signal }, f);
  } finally {
    clearTimeout(timer);
  }
}

/** The signal of the deadline in whose `f` the running code was set going, or undefined if there is none. */
export function deadlineSignal(): AbortSignal | undefined {
  return deadlines.getStore()?.signal;
}

/** How many ms are left in it; Infinity if there is none. */
export function timeLeft(): number {
  const at = deadlines.getStore()?.at ?? Infinity;
  return Math.max(0, at - performance.now());
}
