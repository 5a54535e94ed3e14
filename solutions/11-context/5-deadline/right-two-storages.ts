// A storage for the signal and one for the moment.
import { AsyncLocalStorage } from 'node:async_hooks';

const signals = new AsyncLocalStorage<AbortSignal>();
const moments = new AsyncLocalStorage<number>();

export async function withDeadline<T>(ms: number, f: () => Promise<T>): Promise<T> {
  if (!(ms >= 0)) throw new RangeError(`there is no limit of ${ms} ms`);
  const outer = signals.getStore();
  const own = new AbortController();
  const signal = outer ? AbortSignal.any([outer, own.signal]) : own.signal;
  const at = Math.min(performance.now() + ms, moments.getStore() ?? Infinity);
  const timer = ms === Infinity ? undefined : setTimeout(() => own.abort(), ms);
  try {
    return await signals.run(signal, () => moments.run(at, f));
  } finally {
    clearTimeout(timer);
  }
}

export function deadlineSignal(): AbortSignal | undefined {
  return signals.getStore();
}

export function timeLeft(): number {
  const at = moments.getStore() ?? Infinity;
  return Math.max(0, at - performance.now());
}
