// Passes the index and the list as well, as forEach does.
// Fails: calls work with every item, whatever it is, and with nothing else
// Says: Each item is passed on as it is
export async function chunked<T>(
  items: T[],
  work: (item: T) => void,
  slice: number,
): Promise<void> {
  let start = performance.now();
  for (const [i, item] of items.entries()) {
    if (performance.now() - start >= slice) {
      await new Promise((resolve) => setImmediate(resolve));
      start = performance.now();
    }
    (work as (...given: unknown[]) => void)(item, i, items);
  }
}
