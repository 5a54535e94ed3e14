// Awaits only instances of Promise, and treats any other thenable as a plain value.
// Fails: awaits a thenable that is not a Promise
// Says: There is a thenable in the list: an object with a then(), and not a Promise. await and Promise.resolve() accept it like a promise.
export function gather<T>(awaitables: Iterable<T | PromiseLike<T>>): Promise<T[]> {
  return new Promise((resolve, reject) => {
    const list = [...awaitables];
    const results: T[] = [];
    let missing = list.length;
    const keep = (i: number, result: T) => {
      results[i] = result;
      missing--;
      if (missing === 0) resolve(results);
    };
    if (missing === 0) resolve(results);
    list.forEach((awaitable, i) => {
      if (awaitable instanceof Promise) awaitable.then((result) => keep(i, result), reject);
      else keep(i, awaitable as T);
    });
  });
}
