// Calls `then` on every awaitable, but a plain value has no `then`.
// Fails: fulfils with the results in input order, whichever promise fulfils first
// Fails: has two places for a promise or a value that is in the input twice
// Fails: keeps two calls apart that are in flight at the same time
// Fails: accepts plain values
// Fails: awaits a thenable that is not a Promise
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
