// Starts the next attempt only when the one before has failed, so a slow one delays all the others.
// Fails: starts the next attempt when the delay is over, and none after a success
// Fails: starts the next attempt immediately when the newest one rejects
// Fails: takes an attempt that throws for one that rejects
// Fails: still waits for the delay when an older attempt rejects
// Fails: fulfils with the value of the first attempt that fulfils
// Fails: keeps the first value when an aborted attempt fulfils or rejects later
// Fails: aborts the other running attempts as soon as one fulfils
// Fails: aborts no attempt of another call
// Fails: does not abort the signal of the winner
// Fails: settles only when the stopped attempts have ended
// Fails: rejects with an AggregateError when all fail, with the errors in input order
// Says: 'a' was running until 200 ms. Did your code await it first?
type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function staggered<T>(attempts: Op<T>[], _delay: number): Promise<T> {
  const failures: unknown[] = [];
  for (const attempt of attempts) {
    try {
      return await attempt(new AbortController().signal);
    } catch (failure) {
      failures.push(failure);
    }
  }
  throw new AggregateError(failures);
}
