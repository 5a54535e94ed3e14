// Ignores the promise that `then` returns; it rejects too, and has no handler.
// Fails: rejects as soon as the first promise rejects, with the same reason
// Fails: causes no unhandled rejection, neither later nor from before the call
// Says: Did then(), finally() or an async function return the other one?
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
