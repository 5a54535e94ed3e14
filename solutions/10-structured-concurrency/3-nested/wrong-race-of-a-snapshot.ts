// Assumes that a race that is pending also watches what is spawned meanwhile. (It has only what was there when it began.)
// Fails: a failure of the inner group goes up, and what is told to stop goes down
// Fails: a group that fails within a group is one failure, and one that is stopped is none
// Fails: a failure counts more than an abort, before it and after it
// Fails: keeps calls apart
// Says: 'b2' was not told to stop, and ran until 61 ms; expected at 20 ms, when 'b1' failed.
import type { Group } from '../3-nested.ts';

export async function withNestedGroup<T>(
  body: (group: Group) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  signal?.throwIfAborted();

  const own = new AbortController();
  const inner = signal ? AbortSignal.any([signal, own.signal]) : own.signal;
  const running = new Set<Promise<unknown>>();
  const errors: unknown[] = [];
  let over = false;

  const isStop = (reason: unknown) =>
    inner.aborted &&
    (reason === inner.reason || (reason instanceof Error && reason.name === 'AbortError'));

  const fail = (reason: unknown) => {
    if (isStop(reason)) return;
    errors.push(reason);
    own.abort();
  };

  const start = (work: () => Promise<unknown>) => {
    let promise: Promise<unknown>;
    try {
      promise = work();
    } catch (reason) {
      fail(reason);
      return undefined;
    }
    running.add(promise);
    const gone = () => running.delete(promise);
    promise.then(gone, gone);
    return promise;
  };

  const main = start(() =>
    body({
      signal: inner,
      spawn(task) {
        if (over) throw new Error('the group is over');
        inner.throwIfAborted();
        start(() => task(inner));
      },
    }),
  );

  while (running.size > 0) await Promise.race(running).catch(fail);
  over = true;

  if (errors.length > 0) throw new AggregateError(errors, `${errors.length} failed in the group`);
  inner.throwIfAborted();
  return main as Promise<T>;
}
