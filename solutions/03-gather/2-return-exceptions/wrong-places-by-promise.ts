// Stores each outcome under its promise; one that is given twice is counted once.
// Fails: has two outcomes for a promise or a value that is in the input twice
// Says: 'bread' failed at 11 ms. Does your code settle the promise after that, too?
function toError(failure: unknown): Error {
  return failure instanceof Error
    ? failure
    : new Error('failed without an Error', { cause: failure });
}

export function gatherSettled<T>(awaitables: Iterable<T | PromiseLike<T>>): Promise<(T | Error)[]> {
  return new Promise((resolve) => {
    const list = [...awaitables];
    const outcomes = new Map<T | PromiseLike<T>, T | Error>();
    if (list.length === 0) resolve([]);
    for (const awaitable of list) {
      const store = (outcome: T | Error) => {
        outcomes.set(awaitable, outcome);
        if (outcomes.size === list.length)
          resolve(list.map((one) => outcomes.get(one) as T | Error));
      };
      Promise.resolve(awaitable).then(store, (failure) => store(toError(failure)));
    }
  });
}
