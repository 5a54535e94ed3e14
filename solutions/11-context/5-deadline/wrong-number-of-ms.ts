// Keeps the number of ms in the context, and not the moment: what is left never becomes less.
// Fails: tells how much time is left
// Fails: nothing changes for the code around the call
// Fails: within another deadline, the one that comes first counts
// Says: What is left is the time of the deadline less the time of now, and 0 when it is up.
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
  const at = Math.min(ms, outer?.at ?? Infinity);
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
  return deadlines.getStore()?.at ?? Infinity;
}
