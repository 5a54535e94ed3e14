// Stores the reason in the place of the result, and fulfils with it.
// Fails: rejects as soon as the first promise rejects, with the same reason
// Fails: causes no unhandled rejection, neither later nor from before the call
// Says: 'b' failed at 11 ms, and its error became a value.
export function gather<T>(awaitables: Iterable<T | PromiseLike<T>>): Promise<T[]> {
  return new Promise((resolve) => {
    const list = [...awaitables];
    const results: T[] = [];
    let missing = list.length;
    if (missing === 0) resolve(results);
    const put = (i: number, result: T) => {
      results[i] = result;
      missing--;
      if (missing === 0) resolve(results);
    };
    list.forEach((awaitable, i) => {
      Promise.resolve(awaitable).then(
        (result) => put(i, result),
        (error) => put(i, error),
      );
    });
  });
}
