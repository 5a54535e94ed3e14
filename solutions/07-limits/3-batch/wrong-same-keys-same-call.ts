// Remembers the promise of the last call, and uses it for a batch with the same keys.
// Fails: loads a key again when it is asked for after the call of loadMany, whatever has become of that
// Says: is in a new batch, and is loaded
type LoadMany<K, V> = (keys: K[]) => Promise<(V | Error)[]>;

export function batch<K, V>(loadMany: LoadMany<K, V>): (key: K) => Promise<V> {
  let lastName: string | undefined;
  let lastList: Promise<(V | Error)[]> | undefined;
  const open = () => {
    const keys = new Set<K>();
    const values = new Promise((resolve) => setImmediate(resolve)).then(async () => {
      current = undefined;
      const name = [...keys].map((k) => typeof k + String(k)).join();
      lastList = name === lastName && lastList ? lastList : loadMany([...keys]);
      lastName = name;
      const list = await lastList;
      if (!Array.isArray(list) || list.length !== keys.size) throw new TypeError('places');
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
