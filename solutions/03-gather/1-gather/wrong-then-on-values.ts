// Calls `then` on every awaitable, but a plain value has no `then`.
// Fails: accepts plain values
// Says: then is not a function
export function gather<T>(awaitables: Iterable<T | PromiseLike<T>>): Promise<T[]> {
  return new Promise((resolve, reject) => {
    const list = [...awaitables] as PromiseLike<T>[];
    const results: T[] = [];
    let missing = list.length;
    if (missing === 0) resolve(results);
    list.forEach((promise, i) => {
      promise.then((result) => {
        results[i] = result;
        missing--;
        if (missing === 0) resolve(results);
      }, reject);
    });
  });
}
