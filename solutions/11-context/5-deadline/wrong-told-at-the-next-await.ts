// Aborts when the work asks for the time, and sets no timer.
// Fails: aborts the signal when the time is up, and not before
// Fails: settles as 'f' does, and never before it
// Fails: within another deadline, the one that comes first counts
// Fails: an inner deadline ends nothing around it
// Fails: each of several calls has its own deadline
// Fails: sets one timer at most, and leaves no timer and no listener
// Says: Abort the signal when the time is up: in that ms, and not before.
import { AsyncLocalStorage } from 'node:async_hooks';

interface Deadline {
  readonly at: number;
  readonly signal: AbortSignal;
  readonly up: () => unknown;
}

const deadlines = new AsyncLocalStorage<Deadline>();

export async function withDeadline<T>(ms: number, f: () => Promise<T>): Promise<T> {
  if (!(ms >= 0)) throw new RangeError(`there is no limit of ${ms} ms`);
  const outer = deadlines.getStore();
  const own = new AbortController();
  const up = () => performance.now() >= at && own.abort();
  const signal = outer ? AbortSignal.any([outer.signal, own.signal]) : own.signal;
  const at = Math.min(performance.now() + ms, outer?.at ?? Infinity);
  return await deadlines.run({ at, signal, up }, f);
}

export function deadlineSignal(): AbortSignal | undefined {
  const deadline = deadlines.getStore();
  deadline?.up();
  return deadline?.signal;
}

export function timeLeft(): number {
  const at = deadlines.getStore()?.at ?? Infinity;
  return Math.max(0, at - performance.now());
}
