// Yields after 10 ms, even if the slice is longer.
// Fails: does not yield before the slice is used up
// Says: expected 22 ms or more
export async function chunked<T>(
  items: T[],
  work: (item: T) => void,
  slice: number,
): Promise<void> {
  let start = performance.now();
  for (const item of items) {
    if (performance.now() - start >= Math.min(slice, 10)) {
      await new Promise((resolve) => setImmediate(resolve));
      start = performance.now();
    }
    work(item);
  }
}
