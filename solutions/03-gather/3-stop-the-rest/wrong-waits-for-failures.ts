// Rejects only when every download has rejected; one that has fulfilled never will.
// Fails: rejects with the first reason, not with the AbortError of a stopped download
// Fails: aborts the signals of the other downloads as soon as the first one rejects
// Fails: settles only when the others have ended
// Fails: neither changes the input nor follows later changes of it
// Says: 'b' failed at 30 ms. Does your code settle the promise after that, too?
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
