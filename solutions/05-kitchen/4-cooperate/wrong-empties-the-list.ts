// Takes the items out of the list. (It belongs to the caller.)
// Fails: does not change the list
// Fails: works again after a failure
// Says: The list belongs to the caller.
export async function chunked<T>(
  items: T[],
  work: (item: T) => void,
  slice: number,
): Promise<void> {
  let start = performance.now();
  while (items.length > 0) {
    if (performance.now() - start >= slice) {
      await new Promise((resolve) => setImmediate(resolve));
      start = performance.now();
    }
    work(items.shift() as T);
  }
}
