// With then and a list, without async.
import type { Group } from '../2-group.ts';

export function withGroup<T>(body: (group: Group) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const { signal } = controller;
  const list: Promise<unknown>[] = [];
  let first: unknown[] | undefined;
  let done = false;
  const guard = <R>(work: () => Promise<R>) =>
    new Promise<R>((resolve) => resolve(work())).catch((error) => {
      if (!first) first = [error];
      controller.abort(new Error('a neighbour has failed'));
    });
  const group: Group = {
    signal,
    spawn(task) {
      if (done || first) throw new Error('the group is over');
      list.push(guard(() => task(signal)));
    },
  };
  const drain = (from: number): unknown => {
    const now = list.slice(from);
    if (now.length > 0) return Promise.all(now).then(() => drain(from + now.length));
    done = true;
    return undefined;
  };
  return guard(() => body(group)).then((value) =>
    Promise.resolve(drain(0)).then(() => {
      if (first) throw first[0];
      return value as T;
    }),
  );
}
