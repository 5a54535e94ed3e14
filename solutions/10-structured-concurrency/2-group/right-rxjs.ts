// A stream of tasks that completes when the last one has ended: mergeAll runs them.
import { defer, finalize, lastValueFrom, mergeAll, type Observable, Subject } from 'rxjs';
import type { Group } from '../2-group.ts';

export async function withGroup<T>(body: (group: Group) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const { signal } = controller;
  const works = new Subject<Observable<unknown>>();
  const reasons: unknown[] = [];
  let running = 0;
  const add = (work: () => Promise<unknown>) => {
    running++;
    const leave = () => {
      running--;
      if (running === 0) works.complete();
    };
    const caught = async () => work();
    const fail = (reason: unknown) => {
      reasons.push(reason);
      controller.abort();
    };
    works.next(defer(() => caught().catch(fail)).pipe(finalize(leave)));
  };
  const spawn: Group['spawn'] = (task) => {
    if (reasons.length > 0 || running === 0) throw new Error('the group is over');
    add(() => task(signal));
  };
  const values: T[] = [];
  const all = lastValueFrom(works.pipe(mergeAll()), { defaultValue: undefined });
  add(async () => {
    values.push(await body({ signal, spawn }));
  });
  await all;
  if (reasons.length > 0) throw reasons[0];
  return values[0] as T;
}
