// Tells the others in an immediate, when the failure has been noticed.
// Fails: sets no timer
// Says: A promise calls its handlers as soon as it settles, and needs no timer.
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
      await new Promise((resolve) => setImmediate(resolve));
      controller.abort(reason);
    }
  };
  const spawn: Group['spawn'] = (task) => {
    if (failure || isOver) throw new Error('the group is over');
    const ended = run(() => task(signal)).finally(() => running.delete(ended));
    running.add(ended);
  };
  const value = await run(() => body({ signal, spawn }));
  while (running.size > 0) await Promise.all(running);
  isOver = true;
  if (failure) throw (failure as { reason: unknown }).reason;
  return value as T;
}
