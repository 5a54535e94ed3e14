// Takes the items with pop, which begins at the end.
// Fails: calls work with each item, in order
// Fails: rejects with the same error when work throws, and does not call it again
// Fails: works again after a failure
// Says: The values are right, but their order is reversed.
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
