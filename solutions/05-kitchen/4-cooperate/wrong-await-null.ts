// Takes any await for a chance for others.
// Fails: is silent for a slice and an item at most
// Fails: goes by time, and not by the number of items
// Says: The heartbeat that was due at 4 ms beat at 60 ms. An await of a value, queueMicrotask and nextTick give way only to one another
export async function chunked<T>(
  items: T[],
  work: (item: T) => void,
  slice: number,
): Promise<void> {
  let start = performance.now();
  for (const item of items) {
    work(item);
    if (performance.now() - start < slice) continue;
    await null;
    start = performance.now();
  }
}
