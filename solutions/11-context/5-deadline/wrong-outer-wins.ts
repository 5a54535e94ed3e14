// Takes the limit of the outer call, whatever the inner one asks for.
// Fails: within another deadline, the one that comes first counts
// Fails: an inner deadline ends nothing around it
// Fails: each of several calls has its own deadline
// Fails: sets one timer at most, and leaves no timer and no listener
// Says: Of several limits around a piece of work, the one that comes first counts.
import { AsyncLocalStorage } from 'node:async_hooks';

interface Deadline {
  readonly at: number;
  readonly signal: AbortSignal;
}

const deadlines = new AsyncLocalStorage<Deadline>();

export async function withDeadline<T>(ms: number, f: () => Promise<T>): Promise<T> {
  if (!(ms >= 0)) throw new RangeError(`there is no limit of ${ms} ms`);
  const outer = deadlines.getStore();
  if (outer) return f();
  const own = new AbortController();
  const signal = own.signal;
  const at = performance.now() + ms;
  const timer = ms === Infinity ? undefined : setTimeout(() => own.abort(), ms);
  try {
    return await deadlines.run({ at, signal }, f);
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
