// Sets the timer when `f` has returned its promise: the time before its first `await` does not count.
// Fails: aborts the signal when the time is up, and not before
// Fails: sets one timer at most, and leaves no timer and no listener
// Says: Abort the signal when the time is up: in that ms, and not before.
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
  let timer: NodeJS.Timeout | undefined;
  try {
    const working = deadlines.run({ at, signal }, f);
    if (ms !== Infinity) timer = setTimeout(() => own.abort(), ms);
    return await working;
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
