// Makes its controller once, outside of the function: an abort of one call reaches all others.
// Fails: starts every download during the call, without waiting for an earlier one
// Fails: fulfils with the value of the first download that fulfils
// Fails: keeps the first value when another download fulfils or rejects later
// Fails: ignores a mirror that fails, and stops no other one
// Fails: takes a mirror that throws for a download that rejects
// Fails: aborts the other downloads as soon as one fulfils
// Fails: settles only when the others have ended
// Fails: has one winner, in whatever order the downloads fulfil
// Fails: aborts no download of another call
// Fails: does not change the list
// Fails: rejects with an AggregateError when all fail, with the errors in input order
// Says: slow, slow and quick were told to stop at 0 ms
type Op<T> = (signal: AbortSignal) => Promise<T>;

const controller = new AbortController();

export async function fastest<T>(mirrors: Op<T>[]): Promise<T> {
  const downloads = mirrors.map(async (mirror) => mirror(controller.signal));
  try {
    return await Promise.any(downloads);
  } finally {
    controller.abort();
    await Promise.allSettled(downloads);
  }
}
