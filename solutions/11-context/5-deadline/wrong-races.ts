// Races the work against the time: the caller goes on while the work is still running.
// Fails: aborts the signal when the time is up, and not before
// Fails: settles as 'f' does, and never before it
// Fails: nothing changes for the code around the call
// Fails: within another deadline, the one that comes first counts
// Fails: an inner deadline ends nothing around it
// Fails: sets one timer at most, and leaves no timer and no listener
// Says: To be told is not to have ended.
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
    const up = new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason));
      if (signal.aborted) reject(signal.reason);
    });
    return await Promise.race([deadlines.run({ at, signal }, f), up]);
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
