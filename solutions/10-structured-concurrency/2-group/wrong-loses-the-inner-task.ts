// One promise that grows. A task that spawns another one in its call puts it in, and is then put in its place.
// Fails: waits for tasks that tasks spawn, also when the body has ended
// Says: Wait for the body and for each task, also for one that was spawned by a task, when the body had
import type { Group } from '../2-group.ts';

export async function withGroup<T>(body: (group: Group) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const { signal } = controller;
  const failures: unknown[] = [];
  const start = async <R>(work: () => Promise<R>) => {
    try {
      return await work();
    } catch (error) {
      failures.push(error);
      controller.abort(error);
      return undefined;
    }
  };
  let isOpen = true;
  let all: Promise<unknown> | undefined;
  const spawn: Group['spawn'] = (task) => {
    if (!isOpen || failures.length > 0) throw new Error('the group is over');
    all = Promise.all([all, start(() => task(signal))]);
  };
  const value = await start(() => body({ signal, spawn }));
  for (let known: Promise<unknown> | undefined; known !== all; ) {
    known = all;
    await known;
  }
  isOpen = false;
  if (failures.length > 0) throw failures[0];
  return value as T;
}
