// Assumes that every stopped download rejects, and counts rejections. (One may ignore its signal.)
// Fails: settles only when the others have ended
// Says: 'b' failed at 17 ms. Does your code settle the promise after that, too?
type Op<T> = (signal: AbortSignal) => Promise<T>;

export function downloadAll<T>(downloads: Op<T>[]): Promise<T[]> {
  return new Promise((resolve, reject) => {
    const controller = new AbortController();
    const results: T[] = [];
    const failures: unknown[] = [];
    let running = downloads.length;
    if (running === 0) resolve(results);
    downloads.forEach((download, i) => {
      download(controller.signal).then(
        (result) => {
          if (failures.length > 0) return;
          running--;
          results[i] = result;
          if (running === 0) resolve(results);
        },
        (failure) => {
          running--;
          failures.push(failure);
          controller.abort();
          if (running === 0) reject(failures[0]);
        },
      );
    });
  });
}
