// Every failure takes the place of the one before, and the last one is an AbortError.
// Fails: passes on the first failure, and not what came of it
// Fails: passes on the first failure also when another fails to stop
// Fails: tells the others to stop at the moment of the failure
// Fails: lets the caller hear when the last of them has ended
// Says: their AbortError is what came of it, and not the cause
type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function downloadAll<T>(downloads: Op<T>[]): Promise<T[]> {
  const controller = new AbortController();
  let failure: unknown;
  const results: T[] = [];
  await Promise.all(
    downloads.map(async (download, i) => {
      try {
        results[i] = await download(controller.signal);
      } catch (error) {
        failure = error;
        controller.abort();
      }
    }),
  );
  if (failure) throw failure;
  return results;
}
