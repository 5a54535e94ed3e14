// Reads the keys with `for in`, which also visits the keys of the prototype.
// Fails: keeps every own key, and no inherited one
// Says: [ 'inherited', 'D' ]
export async function gatherProps<T extends object>(
  promises: {
    [K in keyof T]: PromiseLike<T[K]>;
  },
): Promise<T> {
  const promised: [string, PromiseLike<unknown>][] = [];
  for (const key in promises) promised.push([key, promises[key]]);
  const values = await Promise.all(promised.map(([, promise]) => promise));
  return Object.fromEntries(promised.map(([key], i) => [key, values[i]])) as T;
}
