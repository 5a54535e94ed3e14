// Recursion: works for a slice, awaits an immediate, and calls itself for the rest.
import { setImmediate as turn } from 'node:timers/promises';

export async function chunked<T>(
  items: T[],
  work: (item: T) => void,
  slice: number,
): Promise<void> {
  const start = performance.now();
  let done = 0;
  while (done < items.length && performance.now() < start + slice) work(items[done++] as T);
  if (done === items.length) return;
  await turn();
  await chunked(items.slice(done), work, slice);
}
