// Waits for the losers with `Promise.all`, which ends at the first rejection.
// Fails: settles only when the others have ended
// Says: Work that was told to stop needs time to end.
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
