// Assumes that a thenable is an object. (A function with a `then` method is one, too.)
// Fails: awaits a thenable that is not a Promise
// Says: There is a thenable in the list: an object with a then(), and not a Promise. await and Promise.resolve() accept it like a promise.
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
      if (typeof awaitable === 'object')
        Promise.resolve(awaitable).then((result) => store(i, result), reject);
      else store(i, awaitable as T);
    });
  });
}
