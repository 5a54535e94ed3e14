// Assumes that anything with a message is an Error. (Any object may have one.)
// Fails: wraps any other reason in a new Error that has it as its cause
// Says: Only an Error can be told from a result: any other reason needs one around it.
function toError(failure: unknown): Error {
  const { message } = Object(failure) as { message?: unknown };
  return typeof message === 'string'
    ? (failure as Error)
    : new Error('failed without an Error', { cause: failure });
}

export function gatherSettled<T>(awaitables: Iterable<T | PromiseLike<T>>): Promise<(T | Error)[]> {
  const outcomes = [...awaitables].map((awaitable) => Promise.resolve(awaitable).catch(toError));
  return Promise.all(outcomes);
}
