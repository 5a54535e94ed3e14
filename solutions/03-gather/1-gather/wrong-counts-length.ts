// Takes the length of the list for the number of results: it is right as soon as the last place is filled.
// Fails: gives the results in the order given, whichever comes first
// Fails: gives them when the slowest has come
// Says: a (until 35 ms)
export function gather<T>(awaitables: Iterable<T | PromiseLike<T>>): Promise<T[]> {
  return new Promise((resolve, reject) => {
    const list = [...awaitables];
    const results: T[] = [];
    if (list.length === 0) resolve(results);
    list.forEach((awaitable, i) => {
      Promise.resolve(awaitable).then((result) => {
        results[i] = result;
        if (results.length === list.length) resolve(results);
      }, reject);
    });
  });
}
