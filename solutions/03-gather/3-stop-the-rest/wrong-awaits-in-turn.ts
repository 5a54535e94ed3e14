// Awaits one download after another, so it sees a rejection late and aborts late.
// Fails: starts every download without waiting for an earlier one
// Fails: rejects with the first reason, not with the AbortError of a stopped download
// Fails: rejects with the first reason even when a stopped download rejects with another one
// Fails: aborts the signals of the other downloads as soon as the first one rejects
// Fails: settles only when the others have ended
// Fails: stops the downloads of its own call, and no others
// Says: Was 'a' awaited until 100 ms? Attach a handler before the promise rejects.
type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function downloadAll<T>(downloads: Op<T>[]): Promise<T[]> {
  const controller = new AbortController();
  const running = downloads.map((download) => download(controller.signal));
  const results: T[] = [];
  try {
    for (const download of running) results.push(await download);
    return results;
  } catch (failure) {
    controller.abort();
    await Promise.allSettled(running);
    throw failure;
  }
}
