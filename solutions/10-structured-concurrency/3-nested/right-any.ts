// AbortSignal.any makes one signal of two.
import type { Group } from '../3-nested.ts';

export async function withNestedGroup<T>(
  body: (group: Group) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  signal?.throwIfAborted();
  const own = new AbortController();
  const both = AbortSignal.any(signal ? [signal, own.signal] : [own.signal]);
  const failures: unknown[] = [];
  const running = new Set<Promise<unknown>>();
  let isOver = false;

  const run = async <R>(work: () => Promise<R>): Promise<R | undefined> => {
    try {
      return await work();
    } catch (reason) {
      if (both.aborted && isStop(reason, both.reason)) return undefined;
      failures.push(reason);
      own.abort();
      return undefined;
    }
  };
  const spawn: Group['spawn'] = (task) => {
    both.throwIfAborted();
    if (isOver) throw new Error('the group is over');
    const ended = run(() => task(both)).finally(() => running.delete(ended));
    running.add(ended);
  };

  const value = await run(() => body({ signal: both, spawn }));
  while (running.size > 0) await Promise.all(running);
  isOver = true;
  if (failures.length > 0) throw new AggregateError(failures, 'the group has failed');
  both.throwIfAborted();
  return value as T;
}

/** How work says that it has stopped because it was told to. */
function isStop(reason: unknown, told: unknown): boolean {
  return Object.is(reason, told) || (reason instanceof Error && reason.name === 'AbortError');
}
