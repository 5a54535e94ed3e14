// Assumes that the signal stores any reason. (Of `undefined` it makes an AbortError.)
// Fails: rejects with the first reason, not with the AbortError of a stopped download
// Fails: rejects with the first reason even when a stopped download rejects with another one
// Says: It rejected with DOMException('This operation was aborted', 'AbortError') at 23 ms; expected a rejection with undefined
type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function downloadAll<T>(downloads: Op<T>[]): Promise<T[]> {
  const controller = new AbortController();
  const running = downloads.map((download) => download(controller.signal));
  for (const download of running) download.catch((reason) => controller.abort(reason));
  const settled = await Promise.allSettled(running);
  controller.signal.throwIfAborted();
  return settled.map((one) => (one as PromiseFulfilledResult<T>).value);
}
