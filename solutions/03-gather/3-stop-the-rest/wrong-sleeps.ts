// Gives the others the time that stopping took when it was tried, and asks none of them.
// Fails: lets the caller hear when the last of them has ended
// Says: or to guess how long it takes
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
