// Works in the callback of an immediate, where an error becomes an uncaught exception and rejects nothing.
// Fails: rejects with the same error when work throws, and does not call it again
// Says: Catch the error inside the callback, and call reject.
export async function chunked<T>(
  items: T[],
  work: (item: T) => void,
  slice: number,
): Promise<void> {
  return new Promise((resolve) => {
    let next = 0;
    const workOnSome = () => {
      const start = performance.now();
      while (next < items.length && performance.now() - start < slice) work(items[next++] as T);
      if (next < items.length) setImmediate(workOnSome);
      else resolve();
    };
    workOnSome();
  });
}
