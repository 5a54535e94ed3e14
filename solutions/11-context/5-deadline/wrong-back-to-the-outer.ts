// Puts the limit of the outer call back when `f` has settled, also for what `f` has set going.
// Fails: within another deadline, the one that comes first counts
// Says: At 8 ms 'a timer when it has settled' read 42; expected 39.
import { AsyncLocalStorage } from 'node:async_hooks';

interface Deadline {
  at: number;
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
  const deadline = { at, signal };
  try {
    return await deadlines.run(deadline, f);
  } finally {
    clearTimeout(timer);
    deadline.at = outer?.at ?? at;
  }
}

export function deadlineSignal(): AbortSignal | undefined {
  return deadlines.getStore()?.signal;
}

export function timeLeft(): number {
  const at = deadlines.getStore()?.at ?? Infinity;
  return Math.max(0, at - performance.now());
}
