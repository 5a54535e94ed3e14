// Clears the timer in a branch of its own, which rejects as well, and no code handles it.
// Fails: aborts the signal when the time is up, and not before
// Fails: settles as 'f' does, and never before it
// Fails: nothing changes for the code around the call
// Fails: an inner deadline ends nothing around it
// Fails: sets one timer at most, and leaves no timer and no listener
// Says: 1 unhandled rejection; expected none: - f failed: rejected at 7 ms, and never handled
import { AsyncLocalStorage } from 'node:async_hooks';

interface Deadline {
  readonly at: number;
  readonly signal: AbortSignal;
}

const deadlines = new AsyncLocalStorage<Deadline>();

export async function withDeadline<T>(ms: number, f: () => Promise<T>): Promise<T> {
  if (!(ms >= 0)) throw new RangeError(`there is no limit of ${ms} ms`);
  const outer = deadlines.getStore();
  const own = new AbortController();
  const signal = outer ? AbortSignal.any([outer.signal, own.signal]) : own.signal;
  const at = Math.min(performance.now() + ms, outer?.at ?? Infinity);
  const timer = ms === Infinity ? undefined : setTimeout(() => own.abort(), ms);
  const promise = deadlines.run({ at, signal }, async () => f());
  promise.finally(() => clearTimeout(timer));
  return promise;
}

export function deadlineSignal(): AbortSignal | undefined {
  return deadlines.getStore()?.signal;
}

export function timeLeft(): number {
  const at = deadlines.getStore()?.at ?? Infinity;
  return Math.max(0, at - performance.now());
}
