// Compares with the length of the list of the caller, who may have changed it in the meantime.
// Fails: iterates over the input only once, and during the call
// Says: Does your code settle the promise on every path?
function toError(failure: unknown): Error {
  return failure instanceof Error
    ? failure
    : new Error('failed without an Error', { cause: failure });
}

export function gatherSettled<T>(awaitables: Iterable<T | PromiseLike<T>>): Promise<(T | Error)[]> {
  return new Promise((resolve) => {
    const list = (Array.isArray(awaitables) ? awaitables : [...awaitables]) as (
      | T
      | PromiseLike<T>
    )[];
    const outcomes: (T | Error)[] = [];
    let done = 0;
    if (list.length === 0) resolve(outcomes);
    list.forEach((awaitable, i) => {
      const store = (outcome: T | Error) => {
        outcomes[i] = outcome;
        done++;
        if (done === list.length) resolve(outcomes);
      };
      Promise.resolve(awaitable).then(store, (failure) => store(toError(failure)));
    });
  });
}
