// Turns rejections into Errors, and then treats a value that is an Error as a rejection.
// Fails: accepts every value, also undefined
// Says: Error('this is a value')
export function gatherProps<T extends object>(
  promises: {
    [K in keyof T]: PromiseLike<T[K]>;
  },
): Promise<T> {
  return new Promise((resolve, reject) => {
    const entries = Object.entries(promises) as [string, PromiseLike<unknown>][];
    const values: unknown[] = [];
    let missing = entries.length;
    if (missing === 0) resolve({} as T);
    entries.forEach(([, promise], i) => {
      const store = (outcome: unknown) => {
        if (outcome instanceof Error) reject(outcome);
        values[i] = outcome;
        missing--;
        if (missing === 0)
          resolve(Object.fromEntries(entries.map(([key], i) => [key, values[i]])) as T);
      };
      Promise.resolve(promise).then(store, (reason) => {
        if (reason instanceof Error) store(reason);
        else reject(reason);
      });
    });
  });
}
