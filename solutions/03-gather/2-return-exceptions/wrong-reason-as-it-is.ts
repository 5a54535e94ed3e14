// Assumes that every reason is an Error. (Any value can be thrown, and it looks like a result.)
// Fails: wraps any other reason in a new Error that has it as its cause
// Says: Only an Error can be told from a result: any other reason needs one around it.
export function gatherSettled<T>(awaitables: Iterable<T | PromiseLike<T>>): Promise<(T | Error)[]> {
  const outcomes = [...awaitables].map((awaitable) =>
    Promise.resolve(awaitable).catch((failure: Error) => failure),
  );
  return Promise.all(outcomes);
}
