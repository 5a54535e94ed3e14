// Waits for the losers with `Promise.all`, which ends at the first rejection.
// Fails: settles only when the others have ended
// Says: Telling work to stop is not the end of it
type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function fastest<T>(mirrors: Op<T>[]): Promise<T> {
  const controller = new AbortController();
  const downloads = mirrors.map(async (mirror) => mirror(controller.signal));
  try {
    return await Promise.any(downloads);
  } finally {
    controller.abort();
    await Promise.all(downloads).catch(() => {});
  }
}
