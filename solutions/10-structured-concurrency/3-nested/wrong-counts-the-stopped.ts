// Takes for a failure also how work says that it has stopped.
// Fails: rejects with an AggregateError of all failures, in their order
// Fails: a group that fails within a group is one failure, and one that is stopped is none
// Fails: to be stopped is no failure, and an AbortError before that is one
// Fails: passes the abort of the caller on, with its reason, and rejects with that when all has ended
// Fails: a failure counts more than an abort, before it and after it
// Fails: a throw in the call of the body or of a task is a failure like any other
// Fails: spawns nothing when it was told to stop, or has ended
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
  return Object.is(reason, told) || (reason instanceof Error && reason.name === 'AbortError');
}
