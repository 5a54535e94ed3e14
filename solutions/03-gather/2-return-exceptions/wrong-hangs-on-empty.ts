// Resolves only in a handler; with an empty input no handler ever runs.
// Fails: fulfils immediately with an empty list when the input is empty
// Says: Does your code settle the promise when there is nothing to wait for?
function toError(failure: unknown): Error {
  return failure instanceof Error
    ? failure
    : new Error('failed without an Error', { cause: failure });
}

export function gatherSettled<T>(awaitables: Iterable<T | PromiseLike<T>>): Promise<(T | Error)[]> {
  return new Promise((resolve) => {
    const list = [...awaitables];
    const outcomes: (T | Error)[] = [];
    let missing = list.length;
    const put = (i: number, outcome: T | Error) => {
      outcomes[i] = outcome;
      missing--;
      if (missing === 0) resolve(outcomes);
    };
    list.forEach((awaitable, i) => {
      Promise.resolve(awaitable).then(
        (result) => put(i, result),
        (failure) => put(i, toError(failure)),
      );
    });
  });
}
