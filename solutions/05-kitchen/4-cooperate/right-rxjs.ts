// An observable: each item is a step, and a step may yield before it works.
import { concatMap, defaultIfEmpty, from, lastValueFrom } from 'rxjs';

export async function chunked<T>(
  items: T[],
  work: (item: T) => void,
  slice: number,
): Promise<void> {
  let start = performance.now();
  const step = async (item: T) => {
    if (performance.now() - start >= slice) {
      await new Promise((resolve) => setImmediate(resolve));
      start = performance.now();
    }
    work(item);
  };
  await lastValueFrom(from(items).pipe(concatMap(step), defaultIfEmpty(undefined)));
}
