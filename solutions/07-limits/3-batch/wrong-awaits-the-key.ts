// Awaits the key, which may be a promise.
// Fails: has a key once in a batch, however often it is asked for
// Says: Two keys are the same if a Map takes them for the same
type LoadMany<K, V> = (keys: K[]) => Promise<(V | Error)[]>;

export function batch<K, V>(loadMany: LoadMany<K, V>): (key: K) => Promise<V> {
  const open = () => {
    const keys = new Set<K>();
    const values = new Promise((resolve) => setImmediate(resolve)).then(async () => {
      current = undefined;
      const list = await loadMany([...keys]);
      if (!Array.isArray(list) || list.length !== keys.size)
        throw new TypeError('one place for each key was expected');
      return new Map([...keys].map((key, i) => [key, list[i] as V | Error]));
    });
    return { keys, values };
  };
  let current: ReturnType<typeof open> | undefined;

  return async (key) => {
    const known = await key;
    current ??= open();
    current.keys.add(known);
    const value = (await current.values).get(known) as V | Error;
    if (value instanceof Error) throw value;
    return value;
  };
}
