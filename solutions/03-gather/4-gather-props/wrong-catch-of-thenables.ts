// Assumes that everything with a `then` also has a `catch`.
// Fails: awaits a thenable that is not a Promise
// Says: catch is not a function
export function gatherProps<T extends object>(
  promises: {
    [K in keyof T]: PromiseLike<T[K]>;
  },
): Promise<T> {
  return new Promise((resolve, reject) => {
    const entries = Object.entries(promises) as [string, Promise<unknown>][];
    const values: unknown[] = [];
    let missing = entries.length;
    if (missing === 0) resolve({} as T);
    entries.forEach(([, promise], i) => {
      promise
        .then((value) => {
          values[i] = value;
          missing--;
          if (missing === 0)
            resolve(Object.fromEntries(entries.map(([key], i) => [key, values[i]])) as T);
        })
        .catch(reject);
    });
  });
}
