// Sleeps for a slice each time, whether or not any other callback is ready.
// Fails: continues without a pause after it has yielded
// Fails: fulfils when all the items are done
// Says: To yield is not to sleep
export async function chunked<T>(
  items: T[],
  work: (item: T) => void,
  slice: number,
): Promise<void> {
  let start = performance.now();
  for (const item of items) {
    work(item);
    if (performance.now() - start < slice) continue;
    await new Promise((resolve) => setTimeout(resolve, slice));
    start = performance.now();
  }
}
