// Resolves only in a handler; with an empty input no handler ever runs.
// Fails: fulfils immediately with an empty list when the input is empty
// Says: Does your code settle the promise when there is nothing to wait for?
export function gather<T>(awaitables: Iterable<T | PromiseLike<T>>): Promise<T[]> {
  return new Promise((resolve, reject) => {
    const results: T[] = [];
    let missing = 0;
    let place = 0;
    for (const awaitable of awaitables) {
      const i = place++;
      missing++;
      Promise.resolve(awaitable).then((result) => {
        results[i] = result;
        missing--;
        if (missing === 0) resolve(results);
      }, reject);
    }
  });
}
