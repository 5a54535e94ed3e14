// Hopes that an await for each item is enough.
// Fails: is silent for a slice and an item at most
// Fails: goes by time, and not by the number of items
// Says: An await of a value, queueMicrotask and nextTick give way only to one another
export async function chunked<T>(
  items: T[],
  work: (item: T) => void,
  slice: number,
): Promise<void> {
  for (const item of items) await work(item);
}
