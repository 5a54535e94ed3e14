// Compares keys with `Object.is`, so 0 and -0 are two.
// Fails: has a key once in a batch, however often it is asked for
// Says: Two keys are the same if a Map takes them for the same
type LoadMany<K, V> = (keys: K[]) => Promise<(V | Error)[]>;

export function batch<K, V>(loadMany: LoadMany<K, V>): (key: K) => Promise<V> {
  const open = () => {
    const keys = [] as K[];
    const values = new Promise((resolve) => setImmediate(resolve)).then(async () => {
      current = undefined;
      const list = await loadMany([...keys]);
      if (!Array.isArray(list) || list.length !== keys.length)
        throw new TypeError('one place for each key was expected');
      return new Map(keys.map((key, i) => [Object.is(key, -0) ? '-0' : key, list[i] as V | Error]));
    });
    return { keys, values };
  };
  let current: ReturnType<typeof open> | undefined;

  return async (key) => {
    current ??= open();
    if (!current.keys.some((other) => Object.is(other, key))) current.keys.push(key);
    const value = (await current.values).get(Object.is(key, -0) ? '-0' : key) as V | Error;
    if (value instanceof Error) throw value;
    return value;
  };
}
