// Rejects with the last error only, and drops the others.
// Fails: takes a mirror that throws for a download that rejects
// Fails: rejects with an AggregateError when all fail, with the errors in input order
// Says: The only mirror fails, so all fail: reject with an AggregateError.
type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function fastest<T>(mirrors: Op<T>[]): Promise<T> {
  const controller = new AbortController();
  let last: unknown;
  const downloads = mirrors.map(async (mirror) => {
    try {
      return await mirror(controller.signal);
    } catch (failure) {
      last = failure;
      throw failure;
    }
  });
  try {
    return await Promise.any(downloads);
  } catch (failures) {
    throw last ?? failures;
  } finally {
    controller.abort();
    await Promise.allSettled(downloads);
  }
}
