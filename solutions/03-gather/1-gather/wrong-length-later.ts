// Compares with the length of the list of the caller, who may have changed it in the meantime.
// Fails: iterates over the input only once, and during the call
// Says: Does your code settle the promise on every path?
export function gather<T>(awaitables: Iterable<T | PromiseLike<T>>): Promise<T[]> {
  return new Promise((resolve, reject) => {
    const list = Array.isArray(awaitables) ? awaitables : [...awaitables];
    const results: T[] = [];
    let done = 0;
    if (list.length === 0) resolve(results);
    list.forEach((awaitable, i) => {
      Promise.resolve(awaitable as T | PromiseLike<T>).then((result) => {
        results[i] = result;
        done++;
        if (done === list.length) resolve(results);
      }, reject);
    });
  });
}
