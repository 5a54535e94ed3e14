// Tests the reason itself to learn whether a download has rejected; a falsy reason looks like none.
// Fails: rejects with the first reason, not with the AbortError of a stopped download
// Fails: rejects with the first reason even when a stopped download rejects with another one
// Says: expected a rejection with undefined
type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function downloadAll<T>(downloads: Op<T>[]): Promise<T[]> {
  const controller = new AbortController();
  let failure: unknown;
  const results: T[] = [];
  await Promise.all(
    downloads.map(async (download, i) => {
      try {
        results[i] = await download(controller.signal);
      } catch (reason) {
        failure ??= reason;
        controller.abort();
      }
    }),
  );
  if (failure) throw failure;
  return results;
}
