// Reads the keys when all values have arrived, and the caller may have changed them in the meantime.
// Fails: reads the input during the call
// Says: It fulfilled with { bread: 'SOUP', wine: 'BREAD' }
export async function gatherProps<T extends object>(
  promises: {
    [K in keyof T]: PromiseLike<T[K]>;
  },
): Promise<T> {
  const values = await Promise.all(Object.values(promises));
  return Object.fromEntries(Object.keys(promises).map((key, i) => [key, values[i]])) as T;
}
