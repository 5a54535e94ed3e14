// The first error is the reason of the abort, and it is thrown when all have ended.
type Op<T> = (signal: AbortSignal) => Promise<T>;

/** In an Error of its own: of `undefined` as a reason abort would make an AbortError. */
class Failed extends Error {}

export async function downloadAll<T>(downloads: Op<T>[]): Promise<T[]> {
  const controller = new AbortController();
  const { signal } = controller;
  const results: T[] = [];
  const follow = (download: Op<T>, i: number) =>
    download(signal).then(
      (result) => {
        results[i] = result;
      },
      // Only the first abort has an effect, so the cause is the first reason.
      (cause) => controller.abort(new Failed('a download has failed', { cause })),
    );
  await Promise.all(downloads.map(follow));
  if (signal.reason instanceof Failed) throw signal.reason.cause;
  return results;
}
