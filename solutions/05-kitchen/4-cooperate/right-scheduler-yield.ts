// A loop that yields with scheduler.yield, before an item could exceed the slice.
import { scheduler } from 'node:timers/promises';

export async function chunked<T>(
  items: T[],
  work: (item: T) => void,
  slice: number,
): Promise<void> {
  let start = performance.now();
  let longest = 0;
  for (const item of items) {
    const begun = performance.now();
    // Yields early, so that the slice is not exceeded.
    if (begun - start + longest > slice) {
      await scheduler.yield();
      start = performance.now();
    }
    const now = performance.now();
    work(item);
    longest = Math.max(longest, performance.now() - now);
  }
}
