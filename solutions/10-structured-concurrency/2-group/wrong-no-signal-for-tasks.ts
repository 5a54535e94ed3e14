// Calls a task without a signal.
// Fails: calls the body and each task in the call, with the signal of the group
// Fails: tells all that is running to stop when a task fails, and waits for its end
// Fails: does the same when the body fails, or throws in the call
// Fails: a task that throws in the call fails the group, and not the code that spawned it
// Fails: has a group of its own for each call
// Says: During the call, it logged 'a task, with another signal'; expected 'a task, with that signal'.
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
    const ended = run(() => (task as () => Promise<unknown>)()).finally(() =>
      running.delete(ended),
    );
    running.add(ended);
  };
  const value = await run(() => body({ signal, spawn }));
  while (running.size > 0) await Promise.all(running);
  isOver = true;
  if (failure) throw (failure as { reason: unknown }).reason;
  return value as T;
}
