// Calls setImmediate, and continues without awaiting it.
// Fails: calls work with each item, in order
// Fails: never blocks the event loop for longer than a slice and one item
// Fails: measures time, not the number of items
// Fails: does not yield before the slice is used up
// Fails: does not count the time of other callbacks
// Fails: continues without a pause after it has yielded
// Fails: fulfils when all the items are done
// Fails: lets a second call work while the first one has yielded
// Fails: does not change the list
// Fails: rejects with the same error when work throws, and does not call it again
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
