// Looks every 50 ms whether all the items are done, instead of resolving when the last one is.
// Fails: fulfils when all the items are done
// Fails: lets a second call work while the first one has yielded
// Says: After the last item there is nothing left to wait for
export function chunked<T>(items: T[], work: (item: T) => void, slice: number): Promise<void> {
  return new Promise((resolve, reject) => {
    let next = 0;
    const poll = setInterval(() => {
      if (next < items.length) return;
      clearInterval(poll);
      resolve();
    }, 50);
    const workOnSome = () => {
      const start = performance.now();
      try {
        while (next < items.length && performance.now() - start < slice) work(items[next++] as T);
      } catch (error) {
        clearInterval(poll);
        reject(error);
        return;
      }
      if (next < items.length) setImmediate(workOnSome);
    };
    workOnSome();
  });
}
