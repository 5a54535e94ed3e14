// Assumes that a stopped download rejects with an AbortError. (It may reject with another error.)
// Fails: rejects with the first error even when a stopped download rejects with another error
// Says: An error from stopping is a consequence: reject with the first error, which is the cause.
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
  if (failures.length > 0) throw failures.find(({ name }) => name !== 'AbortError') ?? failures[0];
  return settled.map((one) => (one as PromiseFulfilledResult<T>).value);
}
