// Starts the downloads after an `await`, when the caller may have changed the list already.
// Fails: starts every download during the call, without waiting for an earlier one
// Says: All promises were rejected
type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function fastest<T>(mirrors: Op<T>[]): Promise<T> {
  const controller = new AbortController();
  await null;
  const downloads = mirrors.map(async (mirror) => mirror(controller.signal));
  try {
    return await Promise.any(downloads);
  } finally {
    controller.abort();
    await Promise.allSettled(downloads);
  }
}
