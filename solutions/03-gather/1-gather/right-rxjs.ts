// With rxjs: forkJoin subscribes to all, and completes with the last value of each.
import { defer, forkJoin, lastValueFrom } from 'rxjs';

export function gather<T>(awaitables: Iterable<T | PromiseLike<T>>): Promise<T[]> {
  const sources = Array.from(awaitables, (awaitable) => {
    const promise = Promise.resolve(awaitable);
    return defer(() => promise);
  });
  return lastValueFrom(forkJoin(sources), { defaultValue: [] });
}
