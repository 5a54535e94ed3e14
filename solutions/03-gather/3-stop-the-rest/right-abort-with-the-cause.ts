// The first error is the reason of the abort, and it is thrown when all have ended.
type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function downloadAll<T>(downloads: Op<T>[]): Promise<T[]> {
  const controller = new AbortController();
  const { signal } = controller;
  const results: T[] = [];
  const follow = (download: Op<T>, i: number) =>
    download(signal).then(
      (result) => {
        results[i] = result;
      },
      // Only the first abort has an effect, so the reason is the first error.
      (failure) => controller.abort(failure),
    );
  await Promise.all(downloads.map(follow));
  signal.throwIfAborted();
  return results;
}
