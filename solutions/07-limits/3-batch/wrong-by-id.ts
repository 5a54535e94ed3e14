// Looks for the row with the id of the key, and takes the place only if there is none.
// Fails: fulfils with the value in the place of the key, when loadMany fulfils
// Says: is in the place that the key had in the array
type LoadMany<K, V> = (keys: K[]) => Promise<(V | Error)[]>;

export function batch<K, V>(loadMany: LoadMany<K, V>): (key: K) => Promise<V> {
  const open = () => {
    const keys = new Set<K>();
    const values = new Promise((resolve) => setImmediate(resolve)).then(async () => {
      current = undefined;
      const list = await loadMany([...keys]);
      if (!Array.isArray(list) || list.length !== keys.size)
        throw new TypeError('one place for each key was expected');
      return new Map(
        [...keys].map((key, i) => [
          key,
          (list.find((row) => row && typeof row === 'object' && 'id' in row && row.id === key) ??
            list[i]) as V | Error,
        ]),
      );
    });
    return { keys, values };
  };
  let current: ReturnType<typeof open> | undefined;

  return async (key) => {
    current ??= open();
    current.keys.add(key);
    const value = (await current.values).get(key) as V | Error;
    if (value instanceof Error) throw value;
    return value;
  };
}
