// Collects the errors in the order in which they happen, not in input order.
// Fails: rejects with an AggregateError when all fail, with the errors in input order
// Says: The values are right, but the errors come last.
type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function fastest<T>(mirrors: Op<T>[]): Promise<T> {
  const controller = new AbortController();
  const failures: unknown[] = [];
  const downloads = mirrors.map(async (mirror) => {
    try {
      return await mirror(controller.signal);
    } catch (failure) {
      failures.push(failure);
      throw failure;
    }
  });
  try {
    return await Promise.any(downloads);
  } catch {
    throw new AggregateError(failures);
  } finally {
    controller.abort();
    await Promise.allSettled(downloads);
  }
}
