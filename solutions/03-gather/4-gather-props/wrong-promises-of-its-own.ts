// Puts a promise of its own in the place of each one, in the object of the caller.
// Fails: does not change the input
// Says: The object belongs to the caller: put the results into a new one.
export async function gatherProps<T extends object>(
  promises: {
    [K in keyof T]: PromiseLike<T[K]>;
  },
): Promise<T> {
  const keys = Object.keys(promises) as (keyof T)[];
  for (const key of keys) promises[key] = Promise.resolve(promises[key]).then((value) => value);
  const values = await Promise.all(keys.map((key) => promises[key]));
  return Object.fromEntries(keys.map((key, i) => [key, values[i]])) as T;
}
