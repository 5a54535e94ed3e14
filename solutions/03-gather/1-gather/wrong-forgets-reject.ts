// Nobody passes a failure on: the promise stays pending.
// Fails: passes the first failure on at the moment when it happens
// Fails: hears the other failures too
// Says: At 10 ms a failure came that nobody heard (b failed)
export function gather<T>(awaitables: Iterable<T | PromiseLike<T>>): Promise<T[]> {
  return new Promise((resolve) => {
    const list = [...awaitables];
    const results: T[] = [];
    let missing = list.length;
    if (missing === 0) resolve(results);
    list.forEach(async (awaitable, i) => {
      results[i] = await awaitable;
      missing--;
      if (missing === 0) resolve(results);
    });
  });
}
