// Measures from the very beginning, so it yields after every item when the first slice is over.
// Fails: does not yield before the slice is used up
// Fails: does not count the time of other callbacks
// Says: Does your code measure from the last time it yielded, or from the very beginning?
export async function chunked<T>(
  items: T[],
  work: (item: T) => void,
  slice: number,
): Promise<void> {
  const start = performance.now();
  for (const item of items) {
    work(item);
    if (performance.now() - start >= slice) {
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
}
