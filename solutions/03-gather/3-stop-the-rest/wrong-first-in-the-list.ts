// Takes the first failure of the list for the first in time: it may be the AbortError of one that was stopped.
// Fails: passes on the first failure, and not what came of it
// Fails: passes on the first failure also when another fails to stop
// Fails: tells the others to stop at the moment of the failure
// Fails: lets the caller hear when the last of them has ended
// Says: their AbortError is what came of it, and not the cause
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
  return settled.map((one) => {
    if (one.status === 'rejected') throw one.reason;
    return one.value;
  });
}
