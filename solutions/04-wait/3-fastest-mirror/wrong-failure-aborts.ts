// Aborts the others when any download ends, even one that fails, and so stops the one that would have won.
// Fails: ignores a mirror that fails, and stops no other one
// Fails: takes a mirror that throws for a download that rejects
// Fails: rejects with an AggregateError when all fail, with the errors in input order
// Says: 'b' and 'c' were told to stop at 11 ms, when 'a' failed. Does the error come from that?
type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function fastest<T>(mirrors: Op<T>[]): Promise<T> {
  const controller = new AbortController();
  const downloads = mirrors.map(async (mirror) => {
    try {
      return await mirror(controller.signal);
    } finally {
      controller.abort();
    }
  });
  try {
    return await Promise.any(downloads);
  } finally {
    await Promise.allSettled(downloads);
  }
}
