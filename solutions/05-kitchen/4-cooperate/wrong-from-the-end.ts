// Takes the items off the list with pop.
// Fails: works through all the items, in order
// Fails: passes on what the work throws, and does no more of it
// Says: The values are right and their order is not
export async function chunked<T>(
  items: T[],
  work: (item: T) => void,
  slice: number,
): Promise<void> {
  const left = [...items];
  let start = performance.now();
  while (left.length > 0) {
    work(left.pop() as T);
    if (performance.now() - start < slice) continue;
    await new Promise((resolve) => setImmediate(resolve));
    start = performance.now();
  }
}
