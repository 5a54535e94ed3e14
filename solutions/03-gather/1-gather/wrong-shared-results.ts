// Stores the results outside of the function, where two calls overwrite each other's.
// Fails: keeps two calls apart that are in flight at the same time
// Says: expected [ [ 'A', 'B' ], [ 'C', 'D', 'end' ] ]
const results: unknown[] = [];

export function gather<T>(awaitables: Iterable<T | PromiseLike<T>>): Promise<T[]> {
  return new Promise((resolve, reject) => {
    let given = 0;
    let missing = 0;
    for (const awaitable of awaitables) {
      const place = given++;
      missing++;
      Promise.resolve(awaitable).then((result) => {
        results[place] = result;
        missing--;
        if (missing === 0) resolve(results.slice(0, given) as T[]);
      }, reject);
    }
    if (given === 0) resolve([]);
  });
}
