// Assumes that the delay is a time limit, and aborts the slow attempt. (It may still win.)
// Fails: starts the next attempt when the delay is over, and none after a success
// Fails: fulfils with the value of the first attempt that fulfils
// Fails: fulfils with the value of the oldest attempt when all newer ones have rejected
// Fails: keeps the first value when an aborted attempt fulfils or rejects later
// Fails: aborts the other running attempts as soon as one fulfils
// Fails: aborts no attempt of another call
// Fails: settles only when the stopped attempts have ended
// Fails: rejects with an AggregateError when all fail, with the errors in input order
// Says: 'a' was told to stop at 31 ms, and stopped at 50 ms. Did that start 'b'?
type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function staggered<T>(attempts: Op<T>[], delay: number): Promise<T> {
  const failures: unknown[] = [];
  for (const attempt of attempts) {
    const controller = new AbortController();
    const timer = setTimeout(() => controller.abort(), delay);
    try {
      return await attempt(controller.signal);
    } catch (failure) {
      failures.push(failure);
    } finally {
      clearTimeout(timer);
    }
  }
  throw new AggregateError(failures);
}
