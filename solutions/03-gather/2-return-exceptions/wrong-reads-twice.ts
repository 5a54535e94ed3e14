// Iterates twice, first to count and then to attach handlers; a generator is empty the second time.
// Fails: iterates over the input only once, and during the call
// Says: the awaitables were read twice
function toError(failure: unknown): Error {
  return failure instanceof Error
    ? failure
    : new Error('failed without an Error', { cause: failure });
}

export function gatherSettled<T>(awaitables: Iterable<T | PromiseLike<T>>): Promise<(T | Error)[]> {
  return new Promise((resolve) => {
    const outcomes: (T | Error)[] = [];
    let missing = [...awaitables].length;
    if (missing === 0) resolve(outcomes);
    let place = 0;
    for (const awaitable of awaitables) {
      const i = place++;
      const store = (outcome: T | Error) => {
        outcomes[i] = outcome;
        missing--;
        if (missing === 0) resolve(outcomes);
      };
      Promise.resolve(awaitable).then(store, (failure) => store(toError(failure)));
    }
  });
}
