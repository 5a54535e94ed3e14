// Takes two keys for the same if they look the same as JSON.
// Fails: has a key once in a batch, however often it is asked for
// Says: Two keys are the same if a Map takes them for the same
type LoadMany<K, V> = (keys: K[]) => Promise<(V | Error)[]>;

export function batch<K, V>(loadMany: LoadMany<K, V>): (key: K) => Promise<V> {
  const open = () => {
    const keys = new Map<string, K>();
    const values = new Promise((resolve) => setImmediate(resolve)).then(async () => {
      current = undefined;
      const list = await loadMany([...keys.values()]);
      if (!Array.isArray(list) || list.length !== keys.size)
        throw new TypeError(`${keys.size} places were expected`);
      return new Map([...keys.keys()].map((key, i) => [key, list[i] as V | Error]));
    });
    return { keys, values };
  };
  let current: ReturnType<typeof open> | undefined;

  return async (key) => {
    current ??= open();
    const name = JSON.stringify(key);
    if (!current.keys.has(name)) current.keys.set(name, key);
    const value = (await current.values).get(name) as V | Error;
    if (value instanceof Error) throw value;
    return value;
  };
}
