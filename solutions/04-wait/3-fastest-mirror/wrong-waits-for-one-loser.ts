// Waits for the first of the losers that ends, not for all.
// Fails: settles only when the others have ended
// Says: Wait until each promise has settled, and settle after that.
type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function fastest<T>(mirrors: Op<T>[]): Promise<T> {
  const controller = new AbortController();
  const downloads = mirrors.map(async (mirror) => mirror(controller.signal));
  try {
    const winner = await Promise.any(
      downloads.map(async (download, i) => ({ i, value: await download })),
    );
    controller.abort();
    await Promise.race(downloads.filter((_, i) => i !== winner.i)).catch(() => {});
    return winner.value;
  } finally {
    controller.abort();
  }
}
