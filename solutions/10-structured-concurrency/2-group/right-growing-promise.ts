// One promise that grows: all so far, and the next one.
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
    const ended = start(() => task(signal));
    // That may have spawned others.
    all = Promise.all([all, ended]);
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
