// Aborts all that is around when `f` rejects, as a group does.
// Fails: an inner deadline ends nothing around it
// Says: To the outer call it does not matter how an inner one ends.
import { AsyncLocalStorage } from 'node:async_hooks';

interface Deadline {
  readonly at: number;
  readonly signal: AbortSignal;
  readonly stop: () => void;
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
    return await deadlines.run({ at, signal, stop: () => own.abort() }, f);
  } catch (error) {
    outer?.stop();
    throw error;
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
