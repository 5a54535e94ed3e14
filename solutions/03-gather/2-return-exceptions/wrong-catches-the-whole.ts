// Catches only the rejection of the whole: the results are lost, and the wait ends early.
// Fails: fulfils with the outcomes in input order, whichever promise settles first
// Fails: fulfils as soon as the slowest promise has settled, even when some reject, without a timer
// Fails: has two outcomes for a promise or a value that is in the input twice
// Fails: keeps two calls apart that are in flight at the same time
// Fails: awaits a thenable that is not a Promise
// Fails: puts the same Error object into the list when a promise rejects with an Error
// Fails: wraps any other reason in a new Error that has it as its cause
// Fails: causes no unhandled rejection, neither later nor from before the call
// Says: It did not wait for all work: 'a' (until 30 ms) and 'c' (until 20 ms) were still running.
export async function gatherSettled<T>(
  awaitables: Iterable<T | PromiseLike<T>>,
): Promise<(T | Error)[]> {
  try {
    return await Promise.all(awaitables);
  } catch (failure) {
    return [failure as Error];
  }
}
