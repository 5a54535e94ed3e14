// Stores each result under its promise; one that is given twice is counted once.
// Fails: has two places for a promise or a value that is in the input twice
// Says: Does your code settle the promise on every path?
export function gather<T>(awaitables: Iterable<T | PromiseLike<T>>): Promise<T[]> {
  return new Promise((resolve, reject) => {
    const list = [...awaitables];
    const results = new Map<T | PromiseLike<T>, T>();
    if (list.length === 0) resolve([]);
    for (const awaitable of list) {
      Promise.resolve(awaitable).then((result) => {
        results.set(awaitable, result);
        if (results.size === list.length) resolve(list.map((one) => results.get(one) as T));
      }, reject);
    }
  });
}
