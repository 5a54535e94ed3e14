// Gives the value of the body, although the caller has aborted.
// Fails: passes the abort of the caller on, with its reason, and rejects with that when all has ended
// Fails: spawns nothing when it was told to stop, or has ended
// Says: The time is right, but a promise that fulfils stands for success: reject.
import type { Group } from '../3-nested.ts';

export async function withNestedGroup<T>(
  body: (group: Group) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  signal?.throwIfAborted();
  const own = new AbortController();
  const stop = () => own.abort(signal?.reason);
  signal?.addEventListener('abort', stop);
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

  const value = await run(() => body({ signal: own.signal, spawn }));
  while (running.size > 0) await Promise.all(running);
  isOver = true;
  signal?.removeEventListener('abort', stop);
  if (failures.length > 0) throw new AggregateError(failures, 'the group has failed');
  return value as T;
}

/** How work says that it has stopped because it was told to. */
function isStop(reason: unknown, told: unknown): boolean {
  return Object.is(reason, told) || (reason instanceof Error && reason.name === 'AbortError');
}
