// Looks for the failure in the list one iteration later, when a second one may have rejected.
// Fails: rejects with the first reason, not with the AbortError of a stopped download
// Says: It rejected with Error('a rejected after b')
type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function downloadAll<T>(downloads: Op<T>[]): Promise<T[]> {
  const controller = new AbortController();
  const failures = new Map<number, unknown>();
  const running = downloads.map((download) => download(controller.signal));
  running.forEach((download, i) => {
    download.catch((failure) => failures.set(i, failure));
  });
  try {
    return await Promise.all(running);
  } catch {
    await new Promise((resolve) => process.nextTick(resolve));
    const first = Math.min(...failures.keys());
    const failure = failures.get(first);
    controller.abort();
    await Promise.allSettled(running);
    throw failure;
  }
}
