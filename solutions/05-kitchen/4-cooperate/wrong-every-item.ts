// Yields after every item, however little time it took.
// Fails: does not yield before the slice is used up
// Fails: does not count the time of other callbacks
// Says: yield only when the slice is used up.
export async function chunked<T>(
  items: T[],
  work: (item: T) => void,
  slice: number,
): Promise<void> {
  for (const item of items) {
    work(item);
    await new Promise((resolve) => setImmediate(resolve));
  }
}
