// The first failure is the reason of the abort, and is thrown at the end.
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
      // The first abort counts: its reason is the first failure.
      (failure) => controller.abort(failure),
    );
  await Promise.all(downloads.map(follow));
  signal.throwIfAborted();
  return results;
}
