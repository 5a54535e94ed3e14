// Puts each result into the list of the caller, who may still need the downloads.
// Fails: neither changes the input nor follows later changes of it
// Says: isUnchanged: false, length: 3
type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function downloadAll<T>(downloads: Op<T>[]): Promise<T[]> {
  const controller = new AbortController();
  const list: unknown[] = downloads;
  const running = downloads.map(async (download, i) => {
    const result = await download(controller.signal);
    list[i] = result;
    return result;
  });
  try {
    return await Promise.all(running);
  } catch (firstFailure) {
    controller.abort();
    await Promise.allSettled(running);
    throw firstFailure;
  }
}
