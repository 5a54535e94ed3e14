// Looks for the place of an item by its value. (The same value may be in the list twice.)
// Fails: calls work with each item, in order
// Fails: calls work with every item, whatever it is, and with nothing else
// Fails: fulfils when all the items are done
// Fails: lets a second call work while the first one has yielded
// Says: It fulfilled with [ 3, 1 ]
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
    if (items.indexOf(item) < items.lastIndexOf(item)) break;
  }
}
