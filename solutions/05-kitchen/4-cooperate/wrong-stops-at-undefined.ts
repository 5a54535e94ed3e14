// Takes items from a copy until there is none. (An item may be undefined.)
// Fails: calls work with every item, whatever it is, and with nothing else
// Says: Each item is passed on as it is
export async function chunked<T>(
  items: T[],
  work: (item: T) => void,
  slice: number,
): Promise<void> {
  const rest = [...items];
  let start = performance.now();
  let item = rest.shift();
  while (item !== undefined) {
    if (performance.now() - start >= slice) {
      await new Promise((resolve) => setImmediate(resolve));
      start = performance.now();
    }
    work(item);
    item = rest.shift();
  }
}
