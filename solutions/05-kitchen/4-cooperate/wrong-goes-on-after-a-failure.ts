// Catches the error, works on all the other items, and throws it at the end.
// Fails: rejects with the same error when work throws, and does not call it again
// Says: 'work' failed at 15 ms, and was started again after that.
export async function chunked<T>(
  items: T[],
  work: (item: T) => void,
  slice: number,
): Promise<void> {
  let failure: unknown;
  let start = performance.now();
  for (const item of items) {
    try {
      work(item);
    } catch (error) {
      failure ??= error;
    }
    if (performance.now() - start < slice) continue;
    await new Promise((resolve) => setImmediate(resolve));
    start = performance.now();
  }
  if (failure) throw failure;
}
