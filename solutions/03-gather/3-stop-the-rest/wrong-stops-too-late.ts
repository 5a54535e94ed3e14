// Waits until all have settled before it looks for a rejection; there is nothing left to stop.
// Fails: rejects with the first reason, not with the AbortError of a stopped download
// Fails: aborts the signals of the other downloads as soon as the first one rejects
// Fails: settles only when the others have ended
// Fails: stops the downloads of its own call, and no others
// Says: Does your code wait for 'a', or for all, before it looks at 'b'?
type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function downloadAll<T>(downloads: Op<T>[]): Promise<T[]> {
  const controller = new AbortController();
  const settled = await Promise.allSettled(
    downloads.map((download) => download(controller.signal)),
  );
  const failed = settled.find((one) => one.status === 'rejected');
  if (failed) {
    controller.abort();
    throw failed.reason;
  }
  return settled.map((one) => (one as PromiseFulfilledResult<T>).value);
}
