// Assumes that timers can run before a microtask. (The microtask queue is emptied before any timer runs.)
// Fails: never blocks the event loop for longer than a slice and one item
// Fails: measures time, not the number of items
// Says: await null, queueMicrotask and nextTick let no timer run
export async function chunked<T>(
  items: T[],
  work: (item: T) => void,
  slice: number,
): Promise<void> {
  let start = performance.now();
  for (const item of items) {
    work(item);
    if (performance.now() - start < slice) continue;
    await new Promise<void>((resolve) => queueMicrotask(resolve));
    start = performance.now();
  }
}
