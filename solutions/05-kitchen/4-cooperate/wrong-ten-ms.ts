// Yields every 10 ms, whatever the slice is.
// Fails: never blocks the event loop for longer than a slice and one item
// Fails: does not yield before the slice is used up
// Says: The event loop was blocked for 10 ms, from 0 to 10 ms; expected 5 ms at most.
export async function chunked<T>(
  items: T[],
  work: (item: T) => void,
  slice: number,
): Promise<void> {
  let start = performance.now();
  for (const item of items) {
    if (performance.now() - start >= 10) {
      await new Promise((resolve) => setImmediate(resolve));
      start = performance.now();
    }
    work(item);
  }
}
