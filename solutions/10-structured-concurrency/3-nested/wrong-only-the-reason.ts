// Knows that work has stopped by the reason only, and not by the name of its error.
// Fails: rejects with an AggregateError of all failures, in their order
// Fails: to be stopped is no failure, and an AbortError before that is one
// Says: After the abort, an AbortError is an answer to it, and no failure.
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
  own.signal.throwIfAborted();
  return value as T;
}

/** How work says that it has stopped because it was told to. */
function isStop(reason: unknown, told: unknown): boolean {
  return Object.is(reason, told);
}
