// Is async, and takes that for giving way.
// Fails: is silent for a slice and an item at most
// Fails: goes by time, and not by the number of items
// Says: From 0 to 60 ms nothing else could run: the event loop was silent for 60 ms, and at most 11 ms are promised.
export async function chunked<T>(
  items: T[],
  work: (item: T) => void,
  slice: number,
): Promise<void> {
  for (const item of items) work(item);
}
