// Keeps each Error for its key, and loads that key no more.
// Fails: loads a key again when it is asked for after the call of loadMany, whatever has become of that
// Says: however that one has ended
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
  const bad = new Map<K, Error>();
  return async (key) => {
    if (bad.has(key)) throw bad.get(key);
    current ??= open();
    current.keys.add(key);
    const value = (await current.values).get(key) as V | Error;
    if (value instanceof Error) {
      bad.set(key, value);
      throw value;
    }
    return value;
  };
}
