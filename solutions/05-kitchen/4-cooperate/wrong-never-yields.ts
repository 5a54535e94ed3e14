// Assumes that an async function yields by itself. (Without an await, it runs to its end synchronously.)
// Fails: never blocks the event loop for longer than a slice and one item
// Fails: measures time, not the number of items
// Fails: lets a second call work while the first one has yielded
// Says: an async function does not yield by itself.
export async function chunked<T>(
  items: T[],
  work: (item: T) => void,
  slice: number,
): Promise<void> {
  for (const item of items) work(item);
}
