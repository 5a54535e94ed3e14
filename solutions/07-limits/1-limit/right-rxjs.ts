// mergeMap of rxjs with its second argument, over a Subject that each call adds to.
import { defer, mergeMap, Subject } from 'rxjs';

export function limit(n: number): <T>(f: () => Promise<T>) => Promise<T> {
  if (n !== Infinity && !(Number.isInteger(n) && n > 0)) throw new RangeError('no such limit');
  const jobs = new Subject<() => Promise<void>>();
  jobs.pipe(mergeMap((job) => defer(job), n)).subscribe();
  return <T>(f: () => Promise<T>) =>
    new Promise<T>((resolve, reject) => {
      jobs.next(async () => {
        try {
          resolve(await f());
        } catch (error) {
          reject(error);
        }
      });
    });
}
