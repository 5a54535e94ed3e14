// Puts the Errors after the results, so the places no longer match the input.
// Fails: fulfils with the outcomes in input order, whichever promise settles first
// Fails: has two outcomes for a promise or a value that is in the input twice
// Fails: keeps two calls apart that are in flight at the same time
// Says: The values are right, but the errors come last. Each outcome belongs at the place of its promise.
function toError(failure: unknown): Error {
  return failure instanceof Error
    ? failure
    : new Error('failed without an Error', { cause: failure });
}

export async function gatherSettled<T>(
  awaitables: Iterable<T | PromiseLike<T>>,
): Promise<(T | Error)[]> {
  const settled = await Promise.allSettled(awaitables);
  const results = settled.filter((one) => one.status === 'fulfilled').map((one) => one.value);
  const failures = settled.filter((one) => one.status === 'rejected').map((one) => one.reason);
  return [...results, ...failures.map(toError)];
}
