// Each download records its own error and aborts; allSettled waits for all of them.
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
  if (failures.length > 0) throw failures[0];
  return settled.map((one) => (one as PromiseFulfilledResult<T>).value);
}
