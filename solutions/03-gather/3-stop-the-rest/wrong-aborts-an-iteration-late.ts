// Aborts with `setImmediate`: in the same millisecond, but after callbacks that are due first.
// Fails: rejects with the first reason, not with the AbortError of a stopped download
// Fails: settles only when the others have ended
// Says: an immediate set at 17 ms
type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function downloadAll<T>(downloads: Op<T>[]): Promise<T[]> {
  const controller = new AbortController();
  const running = downloads.map((download) => download(controller.signal));
  try {
    return await Promise.all(running);
  } catch (firstFailure) {
    setImmediate(() => controller.abort());
    await Promise.allSettled(running);
    throw firstFailure;
  }
}
