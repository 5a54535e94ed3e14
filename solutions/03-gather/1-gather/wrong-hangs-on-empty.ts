// Only a callback resolves it, and with nothing to wait for there is no callback.
// Fails: gives an empty list at once when there is nothing to wait for
// Says: is resolve called on every way through your code?
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
