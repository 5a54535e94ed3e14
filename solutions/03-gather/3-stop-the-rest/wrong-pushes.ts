// Collects the results in the order of arrival.
// Fails: starts every download without waiting for an earlier one
// Fails: fulfils with the results in input order, as soon as the slowest download has fulfilled
// Fails: accepts every result, also undefined
// Fails: stops the downloads of its own call, and no others
// Says: The values are right, but their order is not.
type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function downloadAll<T>(downloads: Op<T>[]): Promise<T[]> {
  const controller = new AbortController();
  const results: T[] = [];
  const running = downloads.map(async (download) => {
    results.push(await download(controller.signal));
  });
  try {
    await Promise.all(running);
    return results;
  } catch (failure) {
    controller.abort();
    await Promise.allSettled(running);
    throw failure;
  }
}
