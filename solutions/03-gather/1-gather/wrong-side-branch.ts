// `then` gives a promise of its own, which fails too, and nobody listens to that one.
// Fails: passes the first failure on at the moment when it happens
// Fails: hears the other failures too
// Says: The caller did hear of a failure (b failed), and it was unheard all the same
export function gather<T>(awaitables: Iterable<T | PromiseLike<T>>): Promise<T[]> {
  return new Promise((resolve, reject) => {
    const list = [...awaitables].map((awaitable) => Promise.resolve(awaitable));
    const results: T[] = [];
    let missing = list.length;
    if (missing === 0) resolve(results);
    list.forEach((promise, i) => {
      promise.then((result) => {
        results[i] = result;
        missing--;
        if (missing === 0) resolve(results);
      });
      promise.catch(reject);
    });
  });
}
