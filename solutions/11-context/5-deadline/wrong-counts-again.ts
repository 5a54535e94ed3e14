// Keeps the number of ms, and makes a signal of that each time it is asked.
// Fails: aborts the signal when the time is up, and not before
// Fails: all that 'f' sets going finds the same signal
// Fails: nothing changes for the code around the call
// Fails: within another deadline, the one that comes first counts
// Fails: an inner deadline ends nothing around it
// Fails: each of several calls has its own deadline
// Fails: sets one timer at most, and leaves no timer and no listener
// Says: Abort the signal when the time is up: in that ms, and not before.
import { AsyncLocalStorage } from 'node:async_hooks';

interface Deadline {
  readonly at: number;
  readonly signal: () => AbortSignal;
}

const deadlines = new AsyncLocalStorage<Deadline>();

export async function withDeadline<T>(ms: number, f: () => Promise<T>): Promise<T> {
  if (!(ms >= 0)) throw new RangeError(`there is no limit of ${ms} ms`);
  const outer = deadlines.getStore();
  const signal = () => {
    const own = AbortSignal.timeout(Math.min(Math.ceil(ms), 2 ** 31 - 1));
    return outer ? AbortSignal.any([outer.signal(), own]) : own;
  };
  const at = Math.min(performance.now() + ms, outer?.at ?? Infinity);
  return await deadlines.run({ at, signal }, f);
}

export function deadlineSignal(): AbortSignal | undefined {
  return deadlines.getStore()?.signal();
}

export function timeLeft(): number {
  const at = deadlines.getStore()?.at ?? Infinity;
  return Math.max(0, at - performance.now());
}
