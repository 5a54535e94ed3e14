// In JavaScript anything can be thrown: a failure that is no Error looks like a result.
// Fails: wraps a failure that is no Error in one that has it as its cause
// Says: { anError: false, but: 'no fish' }
export function gatherSettled<T>(awaitables: Iterable<T | PromiseLike<T>>): Promise<(T | Error)[]> {
  const outcomes = [...awaitables].map((awaitable) =>
    Promise.resolve(awaitable).catch((failure: Error) => failure),
  );
  return Promise.all(outcomes);
}
