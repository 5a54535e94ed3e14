// Takes the signal out of the context when `f` has settled. (What `f` has set going still asks for the signal.)
// Fails: all that 'f' sets going finds the same signal
// Says: At 47 ms 'a timer, later' read 'no signal'
import { AsyncLocalStorage } from 'node:async_hooks';

interface Deadline {
  at: number;
  signal: AbortSignal | undefined;
}

const deadlines = new AsyncLocalStorage<Deadline>();

export async function withDeadline<T>(ms: number, f: () => Promise<T>): Promise<T> {
  if (!(ms >= 0)) throw new RangeError(`there is no limit of ${ms} ms`);
  const outer = deadlines.getStore();
  const own = new AbortController();
  const signal = outer
    ? AbortSignal.any([own.signal, ...(outer.signal ? [outer.signal] : [])])
    : own.signal;
  const at = Math.min(performance.now() + ms, outer?.at ?? Infinity);
  const deadline: Deadline = { at, signal };
  const timer = ms === Infinity ? undefined : setTimeout(() => own.abort(), ms);
  try {
    return await deadlines.run(deadline, f);
  } finally {
    clearTimeout(timer);
    deadline.signal = undefined;
  }
}

export function deadlineSignal(): AbortSignal | undefined {
  return deadlines.getStore()?.signal;
}

export function timeLeft(): number {
  const at = deadlines.getStore()?.at ?? Infinity;
  return Math.max(0, at - performance.now());
}
