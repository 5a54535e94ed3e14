// Makes an Error of each reason, and the caller does not find the one that the mirror rejected with.
// Fails: rejects with an AggregateError when all fail, with the errors in input order
// Says: an AggregateError holds all of them, as they are.
type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function fastest<T>(mirrors: Op<T>[]): Promise<T> {
  const controller = new AbortController();
  const downloads = mirrors.map(async (mirror) => mirror(controller.signal));
  try {
    return await Promise.any(downloads);
  } catch (error) {
    const { errors } = error as AggregateError;
    throw new AggregateError(
      errors.map((one) => (one instanceof Error ? one : new Error(String(one)))),
    );
  } finally {
    controller.abort();
    await Promise.allSettled(downloads);
  }
}
