// Iterates twice, first to count and then to attach handlers; a generator is empty the second time.
// Fails: iterates over the input only once, and during the call
// Says: the awaitables were read twice
export function gather<T>(awaitables: Iterable<T | PromiseLike<T>>): Promise<T[]> {
  return new Promise((resolve, reject) => {
    const results: T[] = [];
    let missing = [...awaitables].length;
    if (missing === 0) resolve(results);
    let place = 0;
    for (const awaitable of awaitables) {
      const i = place++;
      Promise.resolve(awaitable).then((result) => {
        results[i] = result;
        missing--;
        if (missing === 0) resolve(results);
      }, reject);
    }
  });
}
