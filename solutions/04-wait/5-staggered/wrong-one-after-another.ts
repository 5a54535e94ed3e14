// Makes the next attempt only when the one before has failed: who is slow holds everybody up.
// Fails: starts the next attempt when the delay is over, and none after the success
// Fails: starts the next attempt at once when the last one has failed
// Fails: keeps to the delay when an older attempt fails
// Fails: gives the result of the first attempt to succeed
// Fails: keeps to the first success when another one comes while the rest is stopping
// Fails: tells those at work to stop at the moment of the success
// Fails: does not abort the signal of the winner
// Fails: lets the caller hear when those have ended
// Fails: fails when all have failed, with the failures in the order of the attempts
// Says: b was never started; expected at 30 ms
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
