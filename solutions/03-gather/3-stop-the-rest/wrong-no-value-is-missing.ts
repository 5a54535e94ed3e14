// Assumes that a download that has fulfilled has a result. (It may fulfil with `undefined`.)
// Fails: accepts every result, also undefined
// Says: Does your code treat undefined as a missing value?
type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function downloadAll<T>(downloads: Op<T>[]): Promise<T[]> {
  const controller = new AbortController();
  const running = downloads.map((download) => download(controller.signal));
  try {
    return (await Promise.all(running)).filter((result) => result !== undefined);
  } catch (firstFailure) {
    controller.abort();
    await Promise.allSettled(running);
    throw firstFailure;
  }
}
