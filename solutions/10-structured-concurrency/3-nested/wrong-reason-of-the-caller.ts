// Takes the reason of the caller for that of the group, also when the group had been aborted before by a failure.
// Fails: a failure counts more than an abort, before it and after it
// Says: expected an AggregateError of [an AggregateError of [Error('b1 failed')], Error('the user has left')]
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
      if (own.signal.aborted && isStop(reason, own.signal, signal)) return undefined;
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

function isStop(reason: unknown, own: AbortSignal, outer?: AbortSignal): boolean {
  if (Object.is(reason, own.reason) || (outer?.aborted && Object.is(reason, outer.reason)))
    return true;
  return reason instanceof Error && reason.name === 'AbortError';
}
