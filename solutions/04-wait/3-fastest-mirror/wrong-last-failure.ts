// Passes on the failure that came last, and keeps the others to itself.
// Fails: fails when all have failed, with the causes in the order of the mirrors
// Says: a failed, and its failure became the failure of the whole.
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
