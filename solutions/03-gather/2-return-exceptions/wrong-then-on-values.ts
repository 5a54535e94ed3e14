// Calls catch on everything, and a plain value has none.
// Fails: takes a plain value for its own result
// Says: promise.catch is not a function
function toError(failure: unknown): Error {
  return failure instanceof Error ? failure : new Error(String(failure), { cause: failure });
}

export function gatherSettled<T>(awaitables: Iterable<T | PromiseLike<T>>): Promise<(T | Error)[]> {
  const promises = [...awaitables] as Promise<T>[];
  return Promise.all(promises.map((promise) => promise.catch(toError)));
}
