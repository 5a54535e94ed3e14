// Keeps each value for a second.
// Fails: loads a key again when it is asked for after the call of loadMany, whatever has become of that
// Says: 'loadMany a' was started 2 times, at 0 and 7 ms; expected 3 times
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
  const known = new Map<K, [number, V]>();
  return async (key) => {
    const k = known.get(key);
    if (k && Date.now() - k[0] < 1000) return k[1];
    current ??= open();
    current.keys.add(key);
    const value = (await current.values).get(key) as V | Error;
    if (value instanceof Error) throw value;
    known.set(key, [Date.now(), value]);
    return value;
  };
}
