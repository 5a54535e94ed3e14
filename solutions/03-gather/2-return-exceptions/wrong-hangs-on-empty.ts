// Only a callback resolves it, and with nothing to wait for there is no callback.
// Fails: gives an empty list at once when there is nothing to wait for
// Says: is resolve called on every way through your code?
function toError(failure: unknown): Error {
  return failure instanceof Error ? failure : new Error(String(failure), { cause: failure });
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
