// Waits for the others to end, and never tells them to stop.
// Fails: lets a failure lose, and stop nobody
// Fails: stops the others when one has delivered
// Fails: lets the caller hear when the others have ended
// Fails: has one winner, in whatever order they come
// Says: Ignoring a promise does not stop the work behind it
type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function fastest<T>(mirrors: Op<T>[]): Promise<T> {
  const { signal } = new AbortController();
  const downloads = mirrors.map((mirror) => mirror(signal));
  try {
    return await Promise.any(downloads);
  } finally {
    await Promise.allSettled(downloads);
  }
}
