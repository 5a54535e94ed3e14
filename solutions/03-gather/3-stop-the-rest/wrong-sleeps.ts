// Waits 20 ms for the others to stop, instead of awaiting their promises.
// Fails: settles only when the others have ended
// Says: Does your code poll, or guess a time? A promise calls its handlers as soon as it settles.
type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function downloadAll<T>(downloads: Op<T>[]): Promise<T[]> {
  const controller = new AbortController();
  try {
    return await Promise.all(downloads.map((download) => download(controller.signal)));
  } catch (failure) {
    controller.abort();
    await new Promise((resolve) => setTimeout(resolve, 20));
    throw failure;
  }
}
