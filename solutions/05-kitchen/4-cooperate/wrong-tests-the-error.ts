// Keeps the error, and tests it at the end. (It may be undefined.)
// Fails: rejects with the same error when work throws, and does not call it again
// Says: Does your code test the reason itself, as in if (error)?
export async function chunked<T>(
  items: T[],
  work: (item: T) => void,
  slice: number,
): Promise<void> {
  let start = performance.now();
  let failure: unknown;
  for (const item of items) {
    if (performance.now() - start >= slice) {
      await new Promise((resolve) => setImmediate(resolve));
      start = performance.now();
    }
    try {
      work(item);
    } catch (error) {
      failure = error;
      break;
    }
  }
  if (failure) throw failure;
}
