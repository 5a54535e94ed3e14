// Compares with the length of the array that `loadMany` got.
// Fails: allows loadMany to change its array
// Says: Does your code read the same array afterwards, or freeze it?
type LoadMany<K, V> = (keys: K[]) => Promise<(V | Error)[]>;

export function batch<K, V>(loadMany: LoadMany<K, V>): (key: K) => Promise<V> {
  const open = () => {
    const keys = new Set<K>();
    const values = new Promise((resolve) => setImmediate(resolve)).then(async () => {
      current = undefined;
      const sent = [...keys];
      const list = await loadMany(sent);
      if (!Array.isArray(list) || list.length !== sent.length)
        throw new TypeError(`${keys.size} places were expected`);
      return new Map([...keys].map((key, i) => [key, list[i] as V | Error]));
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
