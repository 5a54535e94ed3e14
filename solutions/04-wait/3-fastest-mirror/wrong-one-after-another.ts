// Asks the next mirror only when the one before has failed.
// Fails: starts every download during the call, without waiting for an earlier one
// Fails: fulfils with the value of the first download that fulfils
// Fails: keeps the first value when another download fulfils or rejects later
// Fails: ignores a mirror that fails, and stops no other one
// Fails: takes a mirror that throws for a download that rejects
// Fails: aborts the other downloads as soon as one fulfils
// Fails: settles only when the others have ended
// Fails: has one winner, in whatever order the downloads fulfil
// Fails: aborts no download of another call
// Fails: rejects with an AggregateError when all fail, with the errors in input order
// Says: 'b' and 'c' were never started.
type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function fastest<T>(mirrors: Op<T>[]): Promise<T> {
  const controller = new AbortController();
  const failures: unknown[] = [];
  for (const mirror of mirrors) {
    try {
      return await mirror(controller.signal);
    } catch (failure) {
      failures.push(failure);
    }
  }
  throw new AggregateError(failures);
}
