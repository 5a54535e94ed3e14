// Takes the smaller of the two limits, and counts it from now: that is more than what is left.
// Fails: within another deadline, the one that comes first counts
// Fails: an inner deadline ends nothing around it
// Says: Of several limits around a piece of work, the one that comes first counts.
import { AsyncLocalStorage } from 'node:async_hooks';

interface Deadline {
  readonly at: number;
  readonly ms: number;
  readonly signal: AbortSignal;
}

const deadlines = new AsyncLocalStorage<Deadline>();

export async function withDeadline<T>(asked: number, f: () => Promise<T>): Promise<T> {
  if (!(asked >= 0)) throw new RangeError('no limit');
  const outer = deadlines.getStore();
  const ms = Math.min(asked, outer?.ms ?? Infinity);
  const own = new AbortController();
  const signal = own.signal;
  const at = performance.now() + ms;
  const timer = ms === Infinity ? undefined : setTimeout(() => own.abort(), ms);
  try {
    return await deadlines.run({ at, ms, signal }, f);
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
