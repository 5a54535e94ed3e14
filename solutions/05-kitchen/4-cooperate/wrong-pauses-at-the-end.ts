// Sleeps for 2 ms when all is done.
// Fails: fulfils when all the items are done
// Says: After the last item there is nothing left to wait for
export async function chunked<T>(
  items: T[],
  work: (item: T) => void,
  slice: number,
): Promise<void> {
  let start = performance.now();
  for (const item of items) {
    if (performance.now() - start >= slice) {
      await new Promise((resolve) => setImmediate(resolve));
      start = performance.now();
    }
    work(item);
  }
  await new Promise((resolve) => setTimeout(resolve, 2));
}
