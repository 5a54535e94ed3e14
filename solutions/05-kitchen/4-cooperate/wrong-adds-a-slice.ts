// Adds a slice to the start each time it yields. (While it yields, others may compute.)
// Fails: does not count the time of other callbacks
// Says: The slice begins after that.
export async function chunked<T>(
  items: T[],
  work: (item: T) => void,
  slice: number,
): Promise<void> {
  let start = performance.now();
  for (const item of items) {
    if (performance.now() - start >= slice) {
      await new Promise((resolve) => setImmediate(resolve));
      start += slice;
    }
    work(item);
  }
}
