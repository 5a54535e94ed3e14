// Assumes that a thenable has a `catch` method. (Only `then` is certain.)
// Fails: awaits a thenable that is not a Promise
// Says: promise.catch is not a function
function toError(failure: unknown): Error {
  return failure instanceof Error
    ? failure
    : new Error('failed without an Error', { cause: failure });
}

export function gatherSettled<T>(awaitables: Iterable<T | PromiseLike<T>>): Promise<(T | Error)[]> {
  const outcomes = Array.from(awaitables, (awaitable) => {
    const promise = awaitable as Promise<T>;
    return typeof promise?.then === 'function' ? promise.catch(toError) : promise;
  });
  return Promise.all(outcomes);
}
