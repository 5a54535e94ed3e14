// Yields with a timer that does not keep the process alive.
// Fails: does not count the time of other callbacks
// Fails: fulfils when all the items are done
// Fails: lets a second call work while the first one has yielded
// Fails: does not change the list
// Fails: rejects with the same error when work throws, and does not call it again
// Says: only a timer is left that does not keep the process alive
export async function chunked<T>(
  items: T[],
  work: (item: T) => void,
  slice: number,
): Promise<void> {
  let start = performance.now();
  for (const item of items) {
    if (performance.now() - start >= slice) {
      await new Promise((resolve) => setTimeout(resolve, 0).unref());
      start = performance.now();
    }
    work(item);
  }
}
