// Waits for all of them before it looks whether one has failed: then there is nobody left to stop.
// Fails: passes on the first failure, and not what came of it
// Fails: tells the others to stop at the moment of the failure
// Fails: lets the caller hear when the last of them has ended
// Says: b had failed at 10 ms, and nobody passed that on
type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function downloadAll<T>(downloads: Op<T>[]): Promise<T[]> {
  const controller = new AbortController();
  const settled = await Promise.allSettled(
    downloads.map((download) => download(controller.signal)),
  );
  const failed = settled.find((one) => one.status === 'rejected');
  if (failed) {
    controller.abort();
    throw failed.reason;
  }
  return settled.map((one) => (one as PromiseFulfilledResult<T>).value);
}
