// Assumes that `then` returns a promise. (That of a thenable may return something without `catch`.)
// Fails: awaits a thenable that is not a Promise
// Says: catch is not a function
export function gather<T>(awaitables: Iterable<T | PromiseLike<T>>): Promise<T[]> {
  return new Promise((resolve, reject) => {
    const list = [...awaitables];
    const results: T[] = [];
    let missing = list.length;
    const store = (i: number, result: T | PromiseLike<T>) => {
      const { then } = Object(result) as Partial<Promise<T>>;
      if (typeof then === 'function') {
        (result as Promise<T>).then((next) => store(i, next)).catch(reject);
        return;
      }
      results[i] = result as T;
      missing--;
      if (missing === 0) resolve(results);
    };
    if (missing === 0) resolve(results);
    list.forEach((awaitable, i) => {
      store(i, awaitable);
    });
  });
}
