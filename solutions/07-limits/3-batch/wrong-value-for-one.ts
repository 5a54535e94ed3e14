// Takes the value out of the Map, where the next load of the same key looks for it.
// Fails: has a key once in a batch, however often it is asked for
// Fails: rejects with the Error in the place of the key, and only the loads of that key
// Fails: allows loadMany to change its array
// Says: Each of its loads has the value
type LoadMany<K, V> = (keys: K[]) => Promise<(V | Error)[]>;

export function batch<K, V>(loadMany: LoadMany<K, V>): (key: K) => Promise<V> {
  const open = () => {
    const keys = new Set<K>();
    const values = new Promise((resolve) => setImmediate(resolve)).then(async () => {
      current = undefined;
      const list = await loadMany([...keys]);
      if (!Array.isArray(list) || list.length !== keys.size) throw new TypeError('places');
      return new Map([...keys].map((key, i) => [key, list[i] as V | Error]));
    });
    return { keys, values };
  };
  let current: ReturnType<typeof open> | undefined;
  return async (key) => {
    current ??= open();
    current.keys.add(key);
    const mine = await current.values;
    const value = mine.get(key) as V | Error;
    mine.delete(key);
    if (value instanceof Error) throw value;
    return value;
  };
}
