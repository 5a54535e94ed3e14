// Sets a second timer, for the time of the outer deadline.
// Fails: sets one timer at most, and leaves no timer and no listener
// Says: 3 timers were set (0 → 300 and 0 → 30 ms); expected 2.
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
  const left = outer ? outer.at - performance.now() : Infinity;
  const second = left === Infinity ? undefined : setTimeout(() => own.abort(), left);
  try {
    return await deadlines.run({ at, signal }, f);
  } finally {
    clearTimeout(timer);
    clearTimeout(second);
  }
}

export function deadlineSignal(): AbortSignal | undefined {
  return deadlines.getStore()?.signal;
}

export function timeLeft(): number {
  const at = deadlines.getStore()?.at ?? Infinity;
  return Math.max(0, at - performance.now());
}
