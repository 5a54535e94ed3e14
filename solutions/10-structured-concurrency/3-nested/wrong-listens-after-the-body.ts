// Attaches the listener when the body has been called. (The body may abort the signal in its own call.)
// Fails: passes the abort of the caller on, with its reason, and rejects with that when all has ended
// Says: It fulfilled with 'BODY' at 7 ms; expected a rejection with Error('the user has left').
import type { Group } from '../3-nested.ts';

export async function withNestedGroup<T>(
  body: (group: Group) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  signal?.throwIfAborted();
  const own = new AbortController();
  const stop = () => own.abort(signal?.reason);
  const failures: unknown[] = [];
  const running = new Set<Promise<unknown>>();
  let isOver = false;

  const run = async <R>(work: () => Promise<R>): Promise<R | undefined> => {
    try {
      return await work();
    } catch (reason) {
      if (own.signal.aborted && isStop(reason, own.signal.reason)) return undefined;
      failures.push(reason);
      own.abort();
      return undefined;
    }
  };
  const spawn: Group['spawn'] = (task) => {
    own.signal.throwIfAborted();
    if (isOver) throw new Error('the group is over');
    const ended = run(() => task(own.signal)).finally(() => running.delete(ended));
    running.add(ended);
  };

  const begun = run(() => body({ signal: own.signal, spawn }));
  signal?.addEventListener('abort', stop);
  const value = await begun;
  while (running.size > 0) await Promise.all(running);
  isOver = true;
  signal?.removeEventListener('abort', stop);
  if (failures.length > 0) throw new AggregateError(failures, 'the group has failed');
  own.signal.throwIfAborted();
  return value as T;
}

/** How work says that it has stopped because it was told to. */
function isStop(reason: unknown, told: unknown): boolean {
  return Object.is(reason, told) || (reason instanceof Error && reason.name === 'AbortError');
}
