// Shares the timer of the outer deadline where that comes first, and clears it at its own end.
// Fails: within another deadline, the one that comes first counts
// Says: To the outer call it does not matter how an inner one ends.
import { AsyncLocalStorage } from 'node:async_hooks';

interface Deadline {
  readonly at: number;
  readonly signal: AbortSignal;
  readonly timer: NodeJS.Timeout | undefined;
}

const deadlines = new AsyncLocalStorage<Deadline>();

export async function withDeadline<T>(ms: number, f: () => Promise<T>): Promise<T> {
  if (!(ms >= 0)) throw new RangeError(`there is no limit of ${ms} ms`);
  const outer = deadlines.getStore();
  const own = new AbortController();
  const signal = outer ? AbortSignal.any([outer.signal, own.signal]) : own.signal;
  const at = Math.min(performance.now() + ms, outer?.at ?? Infinity);
  const isFirst = ms !== Infinity && at !== outer?.at;
  const timer = isFirst ? setTimeout(() => own.abort(), ms) : outer?.timer;
  try {
    return await deadlines.run({ at, signal, timer }, f);
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
