// Calls `catch` on every awaitable, but a plain value has no `catch`.
// Fails: has two outcomes for a promise or a value that is in the input twice
// Fails: keeps two calls apart that are in flight at the same time
// Fails: accepts plain values
// Fails: awaits a thenable that is not a Promise
// Says: promise.catch is not a function
function toError(failure: unknown): Error {
  return failure instanceof Error
    ? failure
    : new Error('failed without an Error', { cause: failure });
}

export function gatherSettled<T>(awaitables: Iterable<T | PromiseLike<T>>): Promise<(T | Error)[]> {
  const promises = [...awaitables] as Promise<T>[];
  return Promise.all(promises.map((promise) => promise.catch(toError)));
}
