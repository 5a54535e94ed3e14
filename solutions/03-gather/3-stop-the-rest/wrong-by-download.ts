// Stores each promise under its download; one that is in the list twice loses a promise.
// Fails: starts every download without waiting for an earlier one
// Says: 'a' was started once, at 0 ms; expected 2 times.
type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function downloadAll<T>(downloads: Op<T>[]): Promise<T[]> {
  const controller = new AbortController();
  const list = [...downloads];
  const running = new Map<Op<T>, Promise<T>>();
  for (const download of list) {
    if (!running.has(download)) running.set(download, download(controller.signal));
  }
  try {
    await Promise.all(running.values());
  } catch (firstFailure) {
    controller.abort();
    await Promise.allSettled(running.values());
    throw firstFailure;
  }
  return Promise.all(list.map((download) => running.get(download) as Promise<T>));
}
