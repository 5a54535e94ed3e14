// Starts each task a microtask after the call of spawn.
// Fails: calls the body and each task in the call, with the signal of the group
// Says: A call runs a function synchronously up to its first await.
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
    }
  };
  const spawn: Group['spawn'] = (task) => {
    if (failure || isOver) throw new Error('the group is over');
    const ended = run(async () => {
      await null;
      return task(signal);
    }).finally(() => running.delete(ended));
    running.add(ended);
  };
  const value = await run(() => body({ signal, spawn }));
  while (running.size > 0) await Promise.all(running);
  isOver = true;
  if (failure) throw (failure as { reason: unknown }).reason;
  return value as T;
}
