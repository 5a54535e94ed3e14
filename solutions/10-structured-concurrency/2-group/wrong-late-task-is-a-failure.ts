// Treats a task that comes too late like a failure, and aborts the signal of a group that has ended well.
// Fails: spawns nothing when it has ended
// Says: All had gone well, but the signal of the group is aborted
import type { Group } from '../2-group.ts';

export async function withGroup<T>(body: (group: Group) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const { signal } = controller;
  const running = new Set<Promise<unknown>>();
  let failure: { reason: unknown } | undefined;
  let isOver = false;
  const run = async <R>(work: () => Promise<R>): Promise<R | undefined> => {
    try {
      return await work();
    } catch (reason) {
      failure ??= { reason };
      controller.abort(reason);
      return undefined;
    }
  };
  const spawn: Group['spawn'] = (task) => {
    if (failure || isOver) {
      const error = new Error('the group is over');
      controller.abort(error);
      throw error;
    }
    const ended = run(() => task(signal)).finally(() => running.delete(ended));
    running.add(ended);
  };
  const value = await run(() => body({ signal, spawn }));
  while (running.size > 0) await Promise.all(running);
  isOver = true;
  if (failure) throw (failure as { reason: unknown }).reason;
  return value as T;
}
