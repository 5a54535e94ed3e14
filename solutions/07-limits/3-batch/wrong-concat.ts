// Puts the array together with `concat`, which takes apart the keys that are lists.
// Fails: has a key once in a batch, however often it is asked for
// Says: Any value can be a key
type LoadMany<K, V> = (keys: K[]) => Promise<(V | Error)[]>;

export function batch<K, V>(loadMany: LoadMany<K, V>): (key: K) => Promise<V> {
  const open = () => {
    const keys = new Set<K>();
    const values = new Promise((resolve) => setImmediate(resolve)).then(async () => {
      current = undefined;
      const list = await loadMany(([] as K[]).concat(...keys));
      if (!Array.isArray(list) || list.length !== keys.size)
        throw new TypeError('one place for each key was expected');
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
