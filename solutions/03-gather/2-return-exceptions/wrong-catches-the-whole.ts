// The first failure ends the whole, and the results that came are lost with it.
// Fails: gives what came of each in the order given, whichever comes first
// Fails: waits for the slowest, whether or not something has failed
// Fails: gives the very Error with which something has failed
// Fails: wraps a failure that is no Error in one that has it as its cause
// Fails: leaves no failure unhandled
// Says: before all the work was done: a (until 30 ms) and c (until 20 ms) were still at work
export async function gatherSettled<T>(
  awaitables: Iterable<T | PromiseLike<T>>,
): Promise<(T | Error)[]> {
  try {
    return await Promise.all(awaitables);
  } catch (failure) {
    return [failure as Error];
  }
}
