// Rejects with the failure of the first in the list, and not of the first in time.
// Fails: fulfils with the value of the body when it and all tasks have ended
// Fails: does the same when the body fails, or throws in the call
// Fails: rejects with the first failure when all has ended
// Fails: a task that throws in the call fails the group, and not the code that spawned it
// Says: It fulfils with the value of the body, whatever the tasks fulfil with.
import type { Group } from '../2-group.ts';

export async function withGroup<T>(body: (group: Group) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const { signal } = controller;
  const all: Promise<unknown>[] = [];
  let isOver = false;
  const start = (work: () => Promise<unknown>) => {
    const ended = (async () => work())();
    ended.catch(() => controller.abort());
    all.push(ended);
    return ended;
  };
  const spawn: Group['spawn'] = (task) => {
    if (isOver || signal.aborted) throw new Error('the group is over');
    start(() => task(signal));
  };
  start(() => body({ signal, spawn }));
  let results: PromiseSettledResult<unknown>[] = [];
  while (results.length < all.length) results = await Promise.allSettled(all);
  isOver = true;
  for (const result of results) if (result.status === 'rejected') throw result.reason;
  return (results[0] as PromiseFulfilledResult<T>).value;
}
