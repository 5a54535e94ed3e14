// Joins lists of one result each with `flat`, which takes a result that is a list apart.
// Fails: accepts plain values
// Fails: accepts every result, also undefined
// Says: It fulfilled with [ 'A', 'B' ] at 23 ms; expected [ [], 'A', 'B' ]
export function gather<T>(awaitables: Iterable<T | PromiseLike<T>>): Promise<T[]> {
  return new Promise((resolve, reject) => {
    const list = [...awaitables];
    const results: T[][] = [];
    let missing = list.length;
    if (missing === 0) resolve([]);
    list.forEach((awaitable, i) => {
      Promise.resolve(awaitable).then((result) => {
        results[i] = [result];
        missing--;
        if (missing === 0) resolve(results.flat(Infinity) as T[]);
      }, reject);
    });
  });
}
