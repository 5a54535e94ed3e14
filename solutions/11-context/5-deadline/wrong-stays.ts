// Enters the context, and never leaves it: the caller goes on in the deadline.
// Fails: nothing changes for the code around the call
// Fails: an inner deadline ends nothing around it
// Fails: each of several calls has its own deadline
// Says: The deadline is for 'f' and what it sets going.
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
  try {
    deadlines.enterWith({ at, signal });
    return await f();
  } finally {
    clearTimeout(timer);
  }
}

export function deadlineSignal(): AbortSignal | undefined {
  return deadlines.getStore()?.signal;
}

export function timeLeft(): number {
  const at = deadlines.getStore()?.at ?? Infinity;
  return Math.max(0, at - performance.now());
}
