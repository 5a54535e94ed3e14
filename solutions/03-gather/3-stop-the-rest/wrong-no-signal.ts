// Starts the downloads without a signal, so nothing can stop them.
// Fails: aborts the signals of the other downloads as soon as the first one rejects
// Fails: settles only when the others have ended
// Fails: stops the downloads of its own call, and no others
// Says: Ignoring a promise does not stop its work.
type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function downloadAll<T>(downloads: Op<T>[]): Promise<T[]> {
  const running = downloads.map((download) => download(undefined as unknown as AbortSignal));
  try {
    return await Promise.all(running);
  } catch (firstFailure) {
    await Promise.allSettled(running);
    throw firstFailure;
  }
}
