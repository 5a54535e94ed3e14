// Says that no time is left when `f` has settled. (What `f` has set going still has the rest of the time.)
// Fails: tells how much time is left
// Says: What 'f' has set going is in its deadline, also when 'f' has settled.
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
  const deadline: Deadline = { at, signal };
  const timer = ms === Infinity ? undefined : setTimeout(() => own.abort(), ms);
  try {
    return await deadlines.run(deadline, f);
  } finally {
    clearTimeout(timer);
    deadline.at = performance.now();
  }
}

export function deadlineSignal(): AbortSignal | undefined {
  return deadlines.getStore()?.signal;
}

export function timeLeft(): number {
  const at = deadlines.getStore()?.at ?? Infinity;
  return Math.max(0, at - performance.now());
}
