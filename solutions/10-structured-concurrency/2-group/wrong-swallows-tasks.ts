// The failure of a task stops the others, and its reason is lost.
// Fails: rejects with the first failure when all has ended
// Fails: a task that throws in the call fails the group, and not the code that spawned it
// Says: The time is right, but a promise that fulfils stands for success: reject.
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
    if (signal.aborted || isOver) throw new Error('the group is over');
    const ended = (async () => task(signal))()
      .catch((error) => controller.abort(error))
      .finally(() => running.delete(ended));
    running.add(ended);
  };
  const value = await run(() => body({ signal, spawn }));
  while (running.size > 0) await Promise.all(running);
  isOver = true;
  if (failure) throw (failure as { reason: unknown }).reason;
  return value as T;
}
