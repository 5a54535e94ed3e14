// An interval of 1 ms starts each slice.
export function chunked<T>(items: T[], work: (item: T) => void, slice: number): Promise<void> {
  return new Promise((resolve, reject) => {
    let done = 0;
    const timer = setInterval(() => {
      const start = performance.now();
      try {
        while (done < items.length && performance.now() - start < slice) work(items[done++] as T);
      } catch (error) {
        clearInterval(timer);
        reject(error);
        return;
      }
      if (done < items.length) return;
      clearInterval(timer);
      resolve();
    }, 1);
  });
}
