// Aborts in a finally, which also runs when all downloads have fulfilled.
// Fails: aborts no signal when all downloads fulfil
// Says: Does your code abort in a finally? That runs in both cases.
type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function downloadAll<T>(downloads: Op<T>[]): Promise<T[]> {
  const controller = new AbortController();
  const running = downloads.map((download) => download(controller.signal));
  try {
    return await Promise.all(running);
  } finally {
    controller.abort();
    await Promise.allSettled(running);
  }
}
