// Sorts the keys, so that they do not depend on the order of arrival.
// Fails: keeps the keys in input order, whichever promise fulfils first
// Fails: keeps every own key, and no inherited one
// Says: The values are right, but their order is not.
export async function gatherProps<T extends object>(
  promises: {
    [K in keyof T]: PromiseLike<T[K]>;
  },
): Promise<T> {
  const keys = Object.keys(promises).sort() as (keyof T)[];
  const values = await Promise.all(keys.map((key) => promises[key]));
  return Object.fromEntries(keys.map((key, i) => [key, values[i]])) as T;
}
