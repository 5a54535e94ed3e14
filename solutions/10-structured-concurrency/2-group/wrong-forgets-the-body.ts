// A task that fails stops the others. The body that fails does not.
// Fails: does the same when the body fails, or throws in the call
// Fails: spawns nothing when it has ended
// Says: When a task or the body fails, abort the signal at that moment, and not when something else has end
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
  let value: T | undefined;
  try {
    value = await body({ signal, spawn });
  } catch (reason) {
    failure ??= { reason };
  }
  while (running.size > 0) await Promise.all(running);
  isOver = true;
  if (failure) throw (failure as { reason: unknown }).reason;
  return value as T;
}
