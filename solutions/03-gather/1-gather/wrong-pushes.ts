// Collects the results in the order of arrival.
// Fails: fulfils with the results in input order, whichever promise fulfils first
// Fails: has two places for a promise or a value that is in the input twice
// Fails: keeps two calls apart that are in flight at the same time
// Fails: accepts every result, also undefined
// Says: The values are right, but in the order in which they arrived; expected input order.
export function gather<T>(awaitables: Iterable<T | PromiseLike<T>>): Promise<T[]> {
  return new Promise((resolve, reject) => {
    const list = [...awaitables];
    const results: T[] = [];
    if (list.length === 0) resolve(results);
    for (const awaitable of list) {
      Promise.resolve(awaitable).then((result) => {
        results.push(result);
        if (results.length === list.length) resolve(results);
      }, reject);
    }
  });
}
