// Assumes that an await for each item lets timers run. (It only lets other microtasks run.)
// Fails: never blocks the event loop for longer than a slice and one item
// Fails: measures time, not the number of items
// Says: Your code never yielded to the event loop. await null, queueMicrotask and nextTick let no timer run
export async function chunked<T>(
  items: T[],
  work: (item: T) => void,
  slice: number,
): Promise<void> {
  for (const item of items) await work(item);
}
