// Built on the group of the kata before: it waits and refuses, and each task is wrapped so that it never rejects.
import { withGroup } from '../2-group.ts';
import type { Group } from '../3-nested.ts';

export async function withNestedGroup<T>(
  body: (group: Group) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  signal?.throwIfAborted();
  const own = new AbortController();
  const down = new AbortController();
  signal?.addEventListener('abort', () => own.abort(signal.reason), { signal: down.signal });
  const failures: unknown[] = [];
  const guard = async <R>(work: () => Promise<R>): Promise<R | undefined> => {
    try {
      return await work();
    } catch (error) {
      const isStop = Object.is(error, own.signal.reason) || Object(error).name === 'AbortError';
      if (!own.signal.aborted || !isStop) failures.push(error);
      own.abort();
    }
  };
  const value = await withGroup(({ spawn }) =>
    guard(() =>
      body({
        signal: own.signal,
        spawn(task) {
          own.signal.throwIfAborted();
          spawn(() => guard(() => task(own.signal)));
        },
      }),
    ),
  );
  down.abort();
  if (failures.length > 0) throw new AggregateError(failures);
  own.signal.throwIfAborted();
  return value as T;
}
