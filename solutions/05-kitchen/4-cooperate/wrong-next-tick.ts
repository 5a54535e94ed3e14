// Takes the next tick for the next turn of the loop, as its name has it.
// Fails: is silent for a slice and an item at most
// Fails: goes by time, and not by the number of items
// Says: An await of a value, queueMicrotask and nextTick give way only to one another
export async function chunked<T>(
  items: T[],
  work: (item: T) => void,
  slice: number,
): Promise<void> {
  let start = performance.now();
  for (const item of items) {
    work(item);
    if (performance.now() - start < slice) continue;
    await new Promise((resolve) => process.nextTick(resolve));
    start = performance.now();
  }
}
