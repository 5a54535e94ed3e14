// Whoever ends stops the others, a failure too: it stops the one that would have won.
// Fails: lets a failure lose, and stop nobody
// Fails: fails when all have failed, with the causes in the order of the mirrors
// Says: b and c were told to stop at 10 ms, when a failed.
type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function fastest<T>(mirrors: Op<T>[]): Promise<T> {
  const controller = new AbortController();
  const downloads = mirrors.map((mirror) =>
    mirror(controller.signal).finally(() => controller.abort()),
  );
  try {
    return await Promise.any(downloads);
  } finally {
    await Promise.allSettled(downloads);
  }
}
