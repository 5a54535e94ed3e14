// Asks only after each item whether it was the last one. (There may be no item.)
// Fails: calls work with every item, whatever it is, and with nothing else
// Says: There is no item.
export function chunked<T>(items: T[], work: (item: T) => void, slice: number): Promise<void> {
  return new Promise((resolve, reject) => {
    let done = 0;
    const workOnSome = () => {
      const start = performance.now();
      try {
        do work(items[done++] as T);
        while (done < items.length && performance.now() - start < slice);
      } catch (error) {
        reject(error);
        return;
      }
      if (done < items.length) setImmediate(workOnSome);
      else resolve();
    };
    workOnSome();
  });
}
