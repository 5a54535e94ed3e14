// Waits until all have failed; one that was done before will never fail.
// Fails: passes on the first failure, and not what came of it
// Fails: tells the others to stop at the moment of the failure
// Fails: lets the caller hear when the last of them has ended
// Says: b failed at 30 ms, somebody listened, and the caller was never told
type Op<T> = (signal: AbortSignal) => Promise<T>;

export function downloadAll<T>(downloads: Op<T>[]): Promise<T[]> {
  return new Promise((resolve, reject) => {
    const controller = new AbortController();
    const results: T[] = [];
    const failures: unknown[] = [];
    let done = 0;
    if (downloads.length === 0) resolve(results);
    downloads.forEach((download, i) => {
      download(controller.signal).then(
        (result) => {
          results[i] = result;
          done++;
          if (done === downloads.length) resolve(results);
        },
        (failure) => {
          failures.push(failure);
          controller.abort();
          if (failures.length === downloads.length) reject(failures[0]);
        },
      );
    });
  });
}
