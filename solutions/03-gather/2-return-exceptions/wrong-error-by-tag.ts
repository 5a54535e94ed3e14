// Asks for the tag `[object Error]`, which an Error of another kind, such as DOMException, does not have.
// Fails: puts the same Error object into the list when a promise rejects with an Error
// Says: When 'b' rejects with DOMException('The operation was aborted', 'AbortError'):
function toError(failure: unknown): Error {
  return Object.prototype.toString.call(failure) === '[object Error]'
    ? (failure as Error)
    : new Error('failed without an Error', { cause: failure });
}

export function gatherSettled<T>(awaitables: Iterable<T | PromiseLike<T>>): Promise<(T | Error)[]> {
  const outcomes = [...awaitables].map((awaitable) => Promise.resolve(awaitable).catch(toError));
  return Promise.all(outcomes);
}
