// Overwrites the error with each later one; the last is the AbortError of a stopped download.
// Fails: rejects with the first reason, not with the AbortError of a stopped download
// Fails: rejects with the first reason even when a stopped download rejects with another one
// Fails: aborts the signals of the other downloads as soon as the first one rejects
// Fails: settles only when the others have ended
// Fails: stops the downloads of its own call, and no others
// Says: An error from stopping is a consequence: reject with the first error, which is the cause.
type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function downloadAll<T>(downloads: Op<T>[]): Promise<T[]> {
  const controller = new AbortController();
  let failure: unknown;
  const results: T[] = [];
  await Promise.all(
    downloads.map(async (download, i) => {
      try {
        results[i] = await download(controller.signal);
      } catch (error) {
        failure = error;
        controller.abort();
      }
    }),
  );
  if (failure) throw failure;
  return results;
}
