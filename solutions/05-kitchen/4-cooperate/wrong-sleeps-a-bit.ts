// Sleeps for 2 ms to yield.
// Fails: continues without a pause after it has yielded
// Says: From 10 to 12 ms the CPU was idle, although there was work left
export async function chunked<T>(
  items: T[],
  work: (item: T) => void,
  slice: number,
): Promise<void> {
  let start = performance.now();
  for (const item of items) {
    if (performance.now() - start >= slice) {
      await new Promise((resolve) => setTimeout(resolve, 2));
      start = performance.now();
    }
    work(item);
  }
}
