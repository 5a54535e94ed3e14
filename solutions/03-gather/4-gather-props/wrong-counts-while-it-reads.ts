// Counts while it reads the object. (A thenable may call its handler during `then`, and all seem to be there.)
// Fails: awaits a thenable that is not a Promise
// Says: It did not wait for all work: 'bread' (until 11 ms) was still running.
export async function gatherProps<T extends object>(
  promises: {
    [K in keyof T]: PromiseLike<T[K]>;
  },
): Promise<T> {
  const keys = Object.keys(promises) as (keyof T)[];
  if (keys.length === 0) return {} as T;
  const values = new Map<keyof T, T[keyof T]>();
  let missing = 0;
  await new Promise<void>((resolve, reject) => {
    for (const key of keys) {
      missing++;
      promises[key].then((value) => {
        values.set(key, value);
        missing--;
        if (missing === 0) resolve();
      }, reject);
    }
  });
  return Object.fromEntries(keys.map((key) => [key, values.get(key)])) as T;
}
