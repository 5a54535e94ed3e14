// Assumes that a stopped download rejects with an AbortError. (It may reject with another error.)
// Fails: rejects with the first reason, not with the AbortError of a stopped download
// Fails: rejects with the first reason even when a stopped download rejects with another one
// Says: It rejected with DOMException('This operation was aborted', 'AbortError') at 23 ms
type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function downloadAll<T>(downloads: Op<T>[]): Promise<T[]> {
  const controller = new AbortController();
  const settled = await Promise.allSettled(
    downloads.map(async (download) => {
      try {
        return await download(controller.signal);
      } catch (failure) {
        controller.abort();
        throw failure;
      }
    }),
  );
  const failures = settled.filter((one) => one.status === 'rejected').map((one) => one.reason);
  const isAbort = (failure: unknown) => failure instanceof Error && failure.name === 'AbortError';
  const at = failures.findIndex((failure) => !isAbort(failure));
  if (failures.length > 0) throw failures[Math.max(at, 0)];
  return settled.map((one) => (one as PromiseFulfilledResult<T>).value);
}
