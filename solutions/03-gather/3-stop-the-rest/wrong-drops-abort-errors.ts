// Assumes that an AbortError never is the cause. (A download may reject with one of its own.)
// Fails: rejects with the first reason even when a stopped download rejects with another one
// Says: expected a rejection with AbortError('stopped by its own')
type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function downloadAll<T>(downloads: Op<T>[]): Promise<T[]> {
  const controller = new AbortController();
  const failures: unknown[] = [];
  const settled = await Promise.allSettled(
    downloads.map(async (download) => {
      try {
        return await download(controller.signal);
      } catch (failure) {
        failures.push(failure);
        controller.abort();
        throw failure;
      }
    }),
  );
  const isAbort = (failure: unknown) => failure instanceof Error && failure.name === 'AbortError';
  if (failures.length > 0) {
    const at = failures.findIndex((failure) => !isAbort(failure));
    throw failures[Math.max(at, 0)];
  }
  return settled.map((one) => (one as PromiseFulfilledResult<T>).value);
}
