// Asks the next mirror when the one before has failed.
// Fails: asks all mirrors at once
// Fails: gives what the first one to deliver gives
// Fails: keeps to the first one when another delivers after it
// Fails: lets a failure lose, and stop nobody
// Fails: stops the others when one has delivered
// Fails: lets the caller hear when the others have ended
// Fails: has one winner, in whatever order they come
// Fails: fails when all have failed, with the causes in the order of the mirrors
// Says: b and c were never started.
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
