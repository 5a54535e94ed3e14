// Wraps every reason in a new Error, even one that is an Error; its class and properties are lost.
// Fails: fulfils with the outcomes in input order, whichever promise settles first
// Fails: has two outcomes for a promise or a value that is in the input twice
// Fails: keeps two calls apart that are in flight at the same time
// Fails: awaits a thenable that is not a Promise
// Fails: puts the same Error object into the list when a promise rejects with an Error
// Fails: causes no unhandled rejection, neither later nor from before the call
// Says: { cause: NoBread('no bread')
export function gatherSettled<T>(awaitables: Iterable<T | PromiseLike<T>>): Promise<(T | Error)[]> {
  const outcomes = [...awaitables].map((awaitable) =>
    Promise.resolve(awaitable).catch(
      (failure) => new Error('failed without an Error', { cause: failure }),
    ),
  );
  return Promise.all(outcomes);
}
