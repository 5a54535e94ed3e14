// While `loadMany` is called, a key that it has is not asked for again: the load waits for itself.
// Fails: loads a key again when it is asked for after the call of loadMany, whatever has become of that
// Says: They are a new batch, and this one needs their values
type LoadMany<K, V> = (keys: K[]) => Promise<(V | Error)[]>;

export function batch<K, V>(loadMany: LoadMany<K, V>): (key: K) => Promise<V> {
  const open = (): { keys: Set<K>; values: Promise<Map<K, V | Error>> } => {
    const keys = new Set<K>();
    const values = new Promise((resolve) => setImmediate(resolve)).then(async () => {
      current = undefined;
      calling = mine;
      const answer = loadMany([...keys]);
      calling = undefined;
      const list = await answer;
      if (!Array.isArray(list) || list.length !== keys.size)
        throw new TypeError('one place for each key was expected');
      return new Map([...keys].map((key, i) => [key, list[i] as V | Error]));
    });
    const mine = { keys, values };
    return mine;
  };
  let calling: typeof current;
  let current: ReturnType<typeof open> | undefined;

  return async (key) => {
    const batch = calling?.keys.has(key) ? calling : (current ?? open());
    if (batch !== calling) current = batch;
    batch.keys.add(key);
    const value = (await batch.values).get(key) as V | Error;
    if (value instanceof Error) throw value;
    return value;
  };
}
