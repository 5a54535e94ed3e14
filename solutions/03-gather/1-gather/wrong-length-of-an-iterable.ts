// Looks at the length of the input to see that it is empty: a list has one, another iterable has none.
// Fails: fulfils immediately with an empty list when the input is empty
// Says: Not every iterable has a length.
export async function gather<T>(awaitables: Iterable<T | PromiseLike<T>>): Promise<T[]> {
  if ((awaitables as T[]).length === 0) return [];
  return new Promise((resolve, reject) => {
    const list = [...awaitables];
    const results: T[] = [];
    let missing = list.length;
    for (const [i, awaitable] of list.entries())
      Promise.resolve(awaitable).then((result) => {
        results[i] = result;
        if (--missing === 0) resolve(results);
      }, reject);
  });
}
