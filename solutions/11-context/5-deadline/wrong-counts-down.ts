// Counts the ms down in an interval.
// Fails: tells how much time is left
// Fails: nothing changes for the code around the call
// Fails: within another deadline, the one that comes first counts
// Fails: sets one timer at most, and leaves no timer and no listener
// Says: What is left is the time of the deadline less the time of now, and 0 when it is up.
import { AsyncLocalStorage } from 'node:async_hooks';

interface Deadline {
  left: number;
  readonly signal: AbortSignal;
}

const deadlines = new AsyncLocalStorage<Deadline>();

export async function withDeadline<T>(ms: number, f: () => Promise<T>): Promise<T> {
  if (!(ms >= 0)) throw new RangeError(`there is no limit of ${ms} ms`);
  const outer = deadlines.getStore();
  const own = new AbortController();
  const signal = outer ? AbortSignal.any([outer.signal, own.signal]) : own.signal;
  const deadline = { left: Math.min(ms, outer?.left ?? Infinity), signal };
  const timer = setInterval(() => {
    deadline.left = Math.max(0, deadline.left - 1);
    if (deadline.left === 0) own.abort();
  }, 1);
  try {
    return await deadlines.run(deadline, f);
  } finally {
    clearInterval(timer);
  }
}

export function deadlineSignal(): AbortSignal | undefined {
  return deadlines.getStore()?.signal;
}

export function timeLeft(): number {
  return deadlines.getStore()?.left ?? Infinity;
}
