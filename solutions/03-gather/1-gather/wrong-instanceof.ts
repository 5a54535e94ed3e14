// Awaits only what is of the class Promise: what merely has a then is taken for a value.
// Fails: awaits whatever has a then
// Says: not a Promise by class, and still the promise of a value
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
