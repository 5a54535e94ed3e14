// Measures the first item, and assumes that the others take as long.
// Fails: measures time, not the number of items
// Says: The event loop was blocked for 60 ms
export async function chunked<T>(
  items: T[],
  work: (item: T) => void,
  slice: number,
): Promise<void> {
  const start = performance.now();
  let most = Infinity;
  for (const [i, item] of items.entries()) {
    if (i > 0 && i % most === 0) await new Promise((resolve) => setImmediate(resolve));
    work(item);
    if (i === 0) most = Math.max(1, Math.floor(slice / (performance.now() - start || 1)));
  }
}
