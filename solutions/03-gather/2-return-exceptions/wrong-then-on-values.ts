// Calls `catch` on every awaitable, but a plain value has no `catch`.
// Fails: accepts plain values
// Says: promise.catch is not a function
function toError(failure: unknown): Error {
  return failure instanceof Error ? failure : new Error(String(failure), { cause: failure });
}

export function gatherSettled<T>(awaitables: Iterable<T | PromiseLike<T>>): Promise<(T | Error)[]> {
  const promises = [...awaitables] as Promise<T>[];
  return Promise.all(promises.map((promise) => promise.catch(toError)));
}
