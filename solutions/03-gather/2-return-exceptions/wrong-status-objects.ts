// Fulfils with the records of allSettled, not with the values and reasons in them.
// Fails: fulfils with the outcomes in input order, whichever promise settles first
// Fails: leaves every result unchanged, even a falsy one
// Fails: accepts plain values
// Fails: puts the same Error object into the list when a promise rejects with an Error
// Fails: wraps any other reason in a new Error that has it as its cause
// Says: Each one holds the expected item as its value or as its reason.
export function gatherSettled<T>(awaitables: Iterable<T | PromiseLike<T>>): Promise<(T | Error)[]> {
  return Promise.allSettled(awaitables) as Promise<unknown> as Promise<(T | Error)[]>;
}
