// A fold: each step waits for the list so far and for one more promise, whichever settles first.
export function gather<T>(awaitables: Iterable<T | PromiseLike<T>>): Promise<T[]> {
  const promises = Array.from(awaitables, (awaitable) => Promise.resolve(awaitable));
  return promises.reduce<Promise<T[]>>(
    (list, promise) =>
      new Promise((resolve, reject) => {
        // Both have handlers now; whichever rejects first rejects the pair.
        promise.catch(reject);
        list
          .then(async (results) => {
            resolve([...results, await promise]);
          })
          .catch(reject);
      }),
    Promise.resolve([]),
  );
}
