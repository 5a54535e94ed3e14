// With rxjs: forkJoin waits for the last value of each source. (Given an object, it would lose `__proto__`.)
import { defer, forkJoin, lastValueFrom, map } from 'rxjs';

export function gatherProps<T extends object>(
  promises: {
    [K in keyof T]: PromiseLike<T[K]>;
  },
): Promise<T> {
  const entries = Object.entries(promises) as [string, PromiseLike<unknown>][];
  const sources = entries.map(([, promise]) => {
    const started = Promise.resolve(promise);
    return defer(() => started);
  });
  const object = forkJoin(sources).pipe(
    map((values) => Object.fromEntries(entries.map(([key], i) => [key, values[i]]))),
  );
  return lastValueFrom(object, { defaultValue: {} }) as Promise<T>;
}
