// Treats the result `undefined` as one that is not there yet.
// Fails: accepts plain values
// Fails: accepts every result, also undefined
// Says: Does your code treat undefined as a missing value? An if, || and filter(Boolean) do.
export function gather<T>(awaitables: Iterable<T | PromiseLike<T>>): Promise<T[]> {
  return new Promise((resolve, reject) => {
    const list = [...awaitables];
    const results = new Array<T | undefined>(list.length).fill(undefined);
    const look = () => {
      if (results.every((result) => result !== undefined)) resolve(results as T[]);
    };
    look();
    list.forEach((awaitable, i) => {
      Promise.resolve(awaitable).then((result) => {
        results[i] = result;
        look();
      }, reject);
    });
  });
}
