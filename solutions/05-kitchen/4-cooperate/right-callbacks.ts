// A function that works for a slice, and passes itself to setImmediate.
export function chunked<T>(items: T[], work: (item: T) => void, slice: number): Promise<void> {
  return new Promise((resolve, reject) => {
    let next = 0;
    const workOnSome = () => {
      const start = process.hrtime.bigint();
      try {
        while (
          next < items.length &&
          process.hrtime.bigint() - start < BigInt(slice) * 1_000_000n
        ) {
          work(items[next++] as T);
        }
      } catch (error) {
        reject(error);
        return;
      }
      if (next < items.length) setImmediate(workOnSome);
      else resolve();
    };
    workOnSome();
  });
}
