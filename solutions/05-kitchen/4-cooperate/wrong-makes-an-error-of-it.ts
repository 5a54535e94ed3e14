// Makes an Error of everything that is none.
// Fails: rejects with the same error when work throws, and does not call it again
// Says: It rejected with Error('undefined')
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
    try {
      work(item);
    } catch (error) {
      throw error instanceof Error ? error : new Error(String(error));
    }
  }
}
