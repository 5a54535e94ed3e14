// Promise.all gives up at the first failure.
// Fails: gives what came of each in the order given, whichever comes first
// Fails: waits for the slowest, whether or not something has failed
// Fails: gives the very Error with which something has failed
// Fails: wraps a failure that is no Error in one that has it as its cause
// Fails: leaves no failure unhandled
// Says: b failed, and its failure became the failure of the whole
export function gatherSettled<T>(awaitables: Iterable<T | PromiseLike<T>>): Promise<(T | Error)[]> {
  return Promise.all(awaitables);
}
