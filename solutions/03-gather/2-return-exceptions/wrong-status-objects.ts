// Fulfils with the records of allSettled, not with the values and reasons in them.
// Fails: fulfils with the outcomes in input order, whichever promise settles first
// Fails: has two outcomes for a promise or a value that is in the input twice
// Fails: keeps two calls apart that are in flight at the same time
// Fails: leaves every result unchanged, even a falsy one
// Fails: accepts plain values
// Fails: awaits a thenable that is not a Promise
// Fails: puts the same Error object into the list when a promise rejects with an Error
// Fails: wraps any other reason in a new Error that has it as its cause
// Fails: causes no unhandled rejection, neither later nor from before the call
// Fails: iterates over the input only once, and during the call
// Says: Each one holds the expected item as its value or as its reason.
export function gatherSettled<T>(awaitables: Iterable<T | PromiseLike<T>>): Promise<(T | Error)[]> {
  return Promise.allSettled(awaitables) as Promise<unknown> as Promise<(T | Error)[]>;
}
