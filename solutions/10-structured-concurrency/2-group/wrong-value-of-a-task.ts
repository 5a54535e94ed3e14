// Fulfils with the value of whatever ends last.
// Fails: fulfils with the value of the body when it and all tasks have ended
// Says: It fulfils with the value of the body, whatever the tasks fulfil with.
import type { Group } from '../2-group.ts';

export async function withGroup<T>(body: (group: Group) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const { signal } = controller;
  const running = new Set<Promise<unknown>>();
  let failure: { reason: unknown } | undefined;
  let isOver = false;
  let last: unknown;
  const run = async <R>(work: () => Promise<R>): Promise<R | undefined> => {
    try {
      const result = await work();
      last = result;
      return result;
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
  while (running.size > 0) await Promise.all(running);
  isOver = true;
  if (failure) throw (failure as { reason: unknown }).reason;
  return last as T;
}
