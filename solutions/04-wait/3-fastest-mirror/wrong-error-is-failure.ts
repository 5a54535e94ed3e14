// Turns each rejection into a value, and takes a value that is an Error for a failure.
// Fails: fulfils with the value of the first download that fulfils
// Fails: ignores a mirror that fails, and stops no other one
// Fails: rejects with an AggregateError when all fail, with the errors in input order
// Says: A value may be anything, also an Error: only a rejection is a failure.
type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function fastest<T>(mirrors: Op<T>[]): Promise<T> {
  const controller = new AbortController();
  const downloads = mirrors.map(async (mirror) => {
    const result = await (async () => mirror(controller.signal))().catch((error) => error);
    if (result instanceof Error) throw result;
    return result;
  });
  try {
    return await Promise.any(downloads);
  } finally {
    controller.abort();
    await Promise.allSettled(downloads);
  }
}
