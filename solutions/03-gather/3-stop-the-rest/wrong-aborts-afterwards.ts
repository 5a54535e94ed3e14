// Aborts when all has gone well, to clean up: a while after the results have been returned.
// Fails: starts every download without waiting for an earlier one
// Fails: fulfils with the results in input order, as soon as the slowest download has fulfilled
// Fails: accepts every result, also undefined
// Fails: aborts no signal when all downloads fulfil
// Fails: stops the downloads of its own call, and no others
// Fails: fulfils with an empty list when the input is empty
// Fails: neither changes the input nor follows later changes of it
// Says: a timeout set at 17 ms, due at 67 ms
type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function downloadAll<T>(downloads: Op<T>[]): Promise<T[]> {
  const controller = new AbortController();
  const running = downloads.map((download) => download(controller.signal));
  try {
    const results = await Promise.all(running);
    setTimeout(() => controller.abort(), 50);
    return results;
  } catch (firstFailure) {
    controller.abort();
    await Promise.allSettled(running);
    throw firstFailure;
  }
}
