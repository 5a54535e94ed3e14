// Throws what work returns, if that is an Error.
// Fails: calls work with every item, whatever it is, and with nothing else
// Says: this is a value
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
    const result = (work as (item: T) => unknown)(item);
    if (result instanceof Error) throw result;
  }
}
