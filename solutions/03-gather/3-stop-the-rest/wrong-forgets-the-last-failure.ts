// Notes a failure only when other downloads are left to stop.
// Fails: rejects with the first reason, not with the AbortError of a stopped download
// Says: 'b' failed at 23 ms. That error was handled, but not passed on.
type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function downloadAll<T>(downloads: Op<T>[]): Promise<T[]> {
  const controller = new AbortController();
  const results: T[] = [];
  let running = downloads.length;
  let failed: { reason: unknown } | undefined;
  const follow = async (download: Op<T>, i: number) => {
    try {
      results[i] = await download(controller.signal);
      running--;
    } catch (reason) {
      running--;
      if (running > 0 && !failed) {
        failed = { reason };
        controller.abort();
      }
    }
  };
  await Promise.all(downloads.map(follow));
  if (failed) throw failed.reason;
  return results;
}
