// Tests the reason itself to learn whether a promise has rejected; a falsy reason looks like none.
// Fails: rejects as soon as the first promise rejects, with the same reason
// Says: When 'soup' rejects with Error('no bread') and 'bread' rejects with undefined: It rejected with Error('no bread') at 23 ms; expected a rejection with undefined.
export function gatherProps<T extends object>(
  promises: {
    [K in keyof T]: PromiseLike<T[K]>;
  },
): Promise<T> {
  const entries = Object.entries(promises) as [string, PromiseLike<unknown>][];
  const values: unknown[] = [];
  return new Promise((resolve, reject) => {
    let missing = entries.length;
    const end = (failure?: unknown) => {
      if (failure) reject(failure);
      else if (missing === 0)
        resolve(Object.fromEntries(entries.map(([key], i) => [key, values[i]])) as T);
    };
    end();
    entries.forEach(([, promise], i) => {
      Promise.resolve(promise).then((value) => {
        values[i] = value;
        missing--;
        end();
      }, end);
    });
  });
}
