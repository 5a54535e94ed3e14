// Assumes that anything with a property `then` is a thenable. (It is one only if `then` is a function.)
// Fails: accepts plain values
// Says: awaitable.then is not a function
export function gather<T>(awaitables: Iterable<T | PromiseLike<T>>): Promise<T[]> {
  return new Promise((resolve, reject) => {
    const list = [...awaitables];
    const results: T[] = [];
    let missing = list.length;
    const store = (i: number, result: T) => {
      results[i] = result;
      missing--;
      if (missing === 0) resolve(results);
    };
    if (missing === 0) resolve(results);
    list.forEach((awaitable, i) => {
      if (!(awaitable as PromiseLike<T> | null | undefined)?.then) store(i, awaitable as T);
      else
        new Promise<T>((resolve, reject) =>
          (awaitable as PromiseLike<T>).then(resolve, reject),
        ).then((result) => store(i, result), reject);
    });
  });
}
