// Stores each key under its promise; a promise under two keys has only the last one.
// Fails: accepts the same promise under two keys
// Fails: keeps two calls apart that are in flight at the same time
// Says: expected { first: 'SOUP', bread: 'BREAD', second: 'SOUP' }
export async function gatherProps<T extends object>(
  promises: {
    [K in keyof T]: PromiseLike<T[K]>;
  },
): Promise<T> {
  const keys = new Map<unknown, string>();
  for (const [key, promise] of Object.entries(promises)) keys.set(promise, key);
  const values = await Promise.all(keys.keys());
  return Object.fromEntries([...keys.values()].map((key, i) => [key, values[i]])) as T;
}
