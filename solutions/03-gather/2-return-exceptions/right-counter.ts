// A promise made by hand: each handler stores an outcome and counts down.
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
    if (missing === 0) resolve([]);
    list.forEach((awaitable, i) => {
      Promise.resolve(awaitable).then(
        (result) => put(i, result),
        (failure) => put(i, toError(failure)),
      );
    });
  });
}
