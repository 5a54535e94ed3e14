// A function that is not async: what `f` throws is thrown in the call, and the timer stays.
// Fails: settles as 'f' does, and never before it
// Fails: nothing changes for the code around the call
// Fails: sets one timer at most, and leaves no timer and no listener
// Says: It threw synchronously at 0 ms: no bread Expected the call to return a promise, and a rejection
import { AsyncLocalStorage } from 'node:async_hooks';

interface Deadline {
  readonly at: number;
  readonly signal: AbortSignal;
}

const deadlines = new AsyncLocalStorage<Deadline>();

export function withDeadline<T>(ms: number, f: () => Promise<T>): Promise<T> {
  if (!(ms >= 0)) return Promise.reject(new RangeError('no limit'));
  const outer = deadlines.getStore();
  const own = new AbortController();
  const signal = outer ? AbortSignal.any([outer.signal, own.signal]) : own.signal;
  const at = Math.min(performance.now() + ms, outer?.at ?? Infinity);
  const timer = ms === Infinity ? undefined : setTimeout(() => own.abort(), ms);
  return deadlines.run({ at, signal }, f).finally(() => clearTimeout(timer));
}

export function deadlineSignal(): AbortSignal | undefined {
  return deadlines.getStore()?.signal;
}

export function timeLeft(): number {
  const at = deadlines.getStore()?.at ?? Infinity;
  return Math.max(0, at - performance.now());
}
