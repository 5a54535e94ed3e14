// Aborts in an event-loop iteration of its own, and waits only for those that have ended before that.
// Fails: aborts the signals of the other downloads as soon as the first one rejects
// Fails: settles only when the others have ended
// Fails: stops the downloads of its own call, and no others
// Says: 'a' was told to stop at 31 ms; expected at 30 ms, when 'b' failed.
type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function downloadAll<T>(downloads: Op<T>[]): Promise<T[]> {
  const controller = new AbortController();
  const running = downloads.map((download) => download(controller.signal));
  try {
    return await Promise.all(running);
  } catch (firstFailure) {
    await new Promise((resolve) => setTimeout(resolve, 1));
    controller.abort();
    await Promise.allSettled(running);
    throw firstFailure;
  }
}
