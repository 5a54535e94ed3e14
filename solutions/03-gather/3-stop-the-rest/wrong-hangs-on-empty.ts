// Resolves only in a handler; with an empty input no handler ever runs.
// Fails: fulfils with an empty list when the input is empty
// Says: Does your code settle the promise when there is nothing to wait for?
type Op<T> = (signal: AbortSignal) => Promise<T>;

export function downloadAll<T>(downloads: Op<T>[]): Promise<T[]> {
  return new Promise((resolve, reject) => {
    const controller = new AbortController();
    const results: T[] = [];
    const failures: unknown[] = [];
    let underWay = downloads.length;
    const end = () => {
      underWay--;
      if (underWay > 0) return;
      if (failures.length > 0) reject(failures[0]);
      else resolve(results);
    };
    downloads.forEach((download, i) => {
      download(controller.signal)
        .then(
          (result) => {
            results[i] = result;
          },
          (failure) => {
            failures.push(failure);
            controller.abort();
          },
        )
        .then(end);
    });
  });
}
