// Asks for a turn of the loop, and goes on without waiting for it.
// Fails: works through all the items, in order
// Fails: is silent for a slice and an item at most
// Fails: goes by time, and not by the number of items
// Fails: does not give way before the slice is used up
// Fails: goes on at once when it has given way
// Fails: passes on what the work throws, and does no more of it
// Says: an immediate set at 14 ms, due at 14 ms
export async function chunked<T>(
  items: T[],
  work: (item: T) => void,
  slice: number,
): Promise<void> {
  let start = performance.now();
  for (const item of items) {
    work(item);
    if (performance.now() - start < slice) continue;
    setImmediate(() => {});
    start = performance.now();
  }
}
