// Checks every millisecond whether a download has rejected, and whether all have ended.
// Fails: fulfils with the results in input order, as soon as the slowest download has fulfilled
// Fails: aborts the signals of the other downloads as soon as the first one rejects
// Fails: settles only when the others have ended
// Says: Does your code poll? A timer calls its callback by itself when its time is over.
type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function downloadAll<T>(downloads: Op<T>[]): Promise<T[]> {
  const controller = new AbortController();
  const failures: unknown[] = [];
  const results: T[] = [];
  let running = downloads.length;
  downloads.forEach((download, i) => {
    download(controller.signal).then(
      (result) => {
        results[i] = result;
        running--;
      },
      (failure) => {
        failures.push(failure);
        running--;
      },
    );
  });
  while (running > 0) {
    if (failures.length > 0) controller.abort();
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  if (failures.length > 0) throw failures[0];
  return results;
}
