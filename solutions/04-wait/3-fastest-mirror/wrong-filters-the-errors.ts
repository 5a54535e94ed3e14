// Leaves out the errors that are falsy. (A promise may reject with `undefined`.)
// Fails: rejects with an AggregateError when all fail, with the errors in input order
// Says: 'c' failed at 17 ms, and the list has no item for it.
type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function fastest<T>(mirrors: Op<T>[]): Promise<T> {
  const controller = new AbortController();
  const downloads = mirrors.map(async (mirror) => mirror(controller.signal));
  try {
    return await Promise.any(downloads);
  } catch (error) {
    throw new AggregateError((error as AggregateError).errors.filter(Boolean));
  } finally {
    controller.abort();
    await Promise.allSettled(downloads);
  }
}
