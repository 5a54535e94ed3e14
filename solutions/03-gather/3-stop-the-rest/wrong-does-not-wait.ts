// Aborts the signals of the others, but rejects before they have ended.
// Fails: settles only when the others have ended
// Says: Wait until each promise has settled, and settle after that.
type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function downloadAll<T>(downloads: Op<T>[]): Promise<T[]> {
  const controller = new AbortController();
  try {
    return await Promise.all(downloads.map((download) => download(controller.signal)));
  } catch (failure) {
    controller.abort();
    throw failure;
  }
}
