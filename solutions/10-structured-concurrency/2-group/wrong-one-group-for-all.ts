// Keeps the controller outside of the function: what is aborted stays aborted.
// Fails: has a group of its own for each call
// Says: That is the error of 'b', which failed at 31 ms.
import type { Group } from '../2-group.ts';

let controller = new AbortController();
let open = 0;

export async function withGroup<T>(body: (group: Group) => Promise<T>): Promise<T> {
  if (open++ === 0) controller = new AbortController();
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
  while (running.size > 0) await Promise.all(running);
  isOver = true;
  open--;
  if (failure) throw (failure as { reason: unknown }).reason;
  return value as T;
}
