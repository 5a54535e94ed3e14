// AbortSignal.timeout() and AbortSignal.any(): no timer to clear, and a signal for each limit.
import { AsyncLocalStorage } from 'node:async_hooks';

interface Deadline {
  readonly at: number;
  readonly signal: AbortSignal;
}

const deadlines = new AsyncLocalStorage<Deadline>();

export async function withDeadline<T>(ms: number, f: () => Promise<T>): Promise<T> {
  if (!(ms >= 0)) throw new RangeError(`there is no limit of ${ms} ms`);
  const outer = deadlines.getStore();
  // It takes whole numbers only.
  const own = ms === Infinity ? [] : [AbortSignal.timeout(Math.ceil(ms))];
  const signal = AbortSignal.any([...(outer ? [outer.signal] : []), ...own]);
  const at = Math.min(performance.now() + ms, outer?.at ?? Infinity);
  return deadlines.run({ at, signal }, f);
}

export function deadlineSignal(): AbortSignal | undefined {
  return deadlines.getStore()?.signal;
}

export function timeLeft(): number {
  const at = deadlines.getStore()?.at ?? Infinity;
  return Math.max(0, at - performance.now());
}
