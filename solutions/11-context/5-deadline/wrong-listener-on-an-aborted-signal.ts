// Removes its listener only if the outer signal is not aborted. (An aborted signal keeps its listeners, too.)
// Fails: sets one timer at most, and leaves no timer and no listener
// Says: Each has to remove what it has added.
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
  const { signal } = own;
  const stop = () => own.abort(outer?.signal.reason);
  if (outer?.signal.aborted) stop();
  outer?.signal.addEventListener('abort', stop);
  const at = Math.min(performance.now() + ms, outer?.at ?? Infinity);
  const timer = ms === Infinity ? undefined : setTimeout(() => own.abort(), ms);
  try {
    return await deadlines.run({ at, signal }, f);
  } finally {
    clearTimeout(timer);
    if (!outer?.signal.aborted) outer?.signal.removeEventListener('abort', stop);
  }
}

export function deadlineSignal(): AbortSignal | undefined {
  return deadlines.getStore()?.signal;
}

export function timeLeft(): number {
  const at = deadlines.getStore()?.at ?? Infinity;
  return Math.max(0, at - performance.now());
}
