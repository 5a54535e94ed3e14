// Assumes that `Promise.race` ignores failures. (The first promise that settles wins, even one that rejects.)
// Fails: ignores a mirror that fails, and stops no other one
// Fails: takes a mirror that throws for a download that rejects
// Fails: rejects with an AggregateError when all fail, with the errors in input order
// Fails: rejects immediately with an AggregateError when the input is empty
// Says: One mirror that fails decides nothing: others are still running.
type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function fastest<T>(mirrors: Op<T>[]): Promise<T> {
  const controller = new AbortController();
  const downloads = mirrors.map(async (mirror) => mirror(controller.signal));
  try {
    return await Promise.race(downloads);
  } finally {
    controller.abort();
    await Promise.allSettled(downloads);
  }
}
