// Keeps the values in a Set, where two equal values are one.
// Fails: fulfils with the value in the place of the key, when loadMany fulfils
// Fails: loads a key again when it is asked for after the call of loadMany, whatever has become of that
// Says: is in the place that the key had in the array
type LoadMany<K, V> = (keys: K[]) => Promise<(V | Error)[]>;

export function batch<K, V>(loadMany: LoadMany<K, V>): (key: K) => Promise<V> {
  const open = () => {
    const keys = new Set<K>();
    const values = new Promise((resolve) => setImmediate(resolve)).then(async () => {
      current = undefined;
      const list = await loadMany([...keys]);
      if (!Array.isArray(list) || list.length !== keys.size)
        throw new TypeError(`${keys.size} places were expected`);
      return new Map([...new Set(list)].map((value, i) => [[...keys][i] as K, value as V | Error]));
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
