// The body is over, so all the rest is told to stop.
// Fails: fulfils with the value of the body when it and all tasks have ended
// Fails: waits for tasks that tasks spawn, also when the body has ended
// Fails: tells all that is running to stop when a task fails, and waits for its end
// Fails: rejects with the first failure when all has ended
// Fails: spawns nothing after a failure
// Fails: spawns nothing when it has ended
// Fails: tells nobody to stop when all goes well
// Fails: has a group of its own for each call
// Says: 'a' was told to stop at 1 ms, when 'body' ended; expected: not at all.
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
    const ended = run(() => task(signal)).finally(() => running.delete(ended));
    running.add(ended);
  };
  const value = await run(() => body({ signal, spawn }));
  controller.abort();
  while (running.size > 0) await Promise.all(running);
  isOver = true;
  if (failure) throw (failure as { reason: unknown }).reason;
  return value as T;
}
