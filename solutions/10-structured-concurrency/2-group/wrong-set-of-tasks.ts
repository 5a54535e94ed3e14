// Knows the tasks by their functions, so one that is spawned twice runs once.
// Fails: has a group of its own for each call
// Says: A task that is spawned twice runs twice.
import type { Group } from '../2-group.ts';

export async function withGroup<T>(body: (group: Group) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const { signal } = controller;
  const running = new Set<Promise<unknown>>();
  const known = new Set();
  let failure: { reason: unknown } | undefined;
  let isOver = false;
  const run = async <R>(work: () => Promise<R>): Promise<R | undefined> => {
    try {
      return await work();
    } catch (reason) {
      failure ??= { reason };
      controller.abort(reason);
    }
  };
  const spawn: Group['spawn'] = (task) => {
    if (failure || isOver) throw new Error('the group is over');
    if (known.has(task)) return;
    known.add(task);
    const ended = run(() => task(signal)).finally(() => running.delete(ended));
    running.add(ended);
  };
  const value = await run(() => body({ signal, spawn }));
  while (running.size > 0) await Promise.all(running);
  isOver = true;
  if (failure) throw (failure as { reason: unknown }).reason;
  return value as T;
}
