// Flattens the list. (An item may be a list itself.)
// Fails: calls work with every item, whatever it is, and with nothing else
// Says: Each item is passed on as it is
export async function chunked<T>(
  items: T[],
  work: (item: T) => void,
  slice: number,
): Promise<void> {
  let start = performance.now();
  for (const item of items.flat() as T[]) {
    if (performance.now() - start >= slice) {
      await new Promise((resolve) => setImmediate(resolve));
      start = performance.now();
    }
    work(item);
  }
}
