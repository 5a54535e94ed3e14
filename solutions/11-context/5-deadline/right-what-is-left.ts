// A timer for what is left of both limits, and no tie to the outer signal.
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
  const { signal } = own;
  const at = Math.min(performance.now() + ms, outer?.at ?? Infinity);
  const left = at - performance.now();
  if (left <= 0) own.abort();
  const timer = left === Infinity ? undefined : setTimeout(() => own.abort(), left);
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
