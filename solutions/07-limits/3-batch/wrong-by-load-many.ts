// Keeps one batch for each `loadMany`, also when two functions have the same.
// Fails: keeps the batches of two functions apart
// Says: Each has batches of its own
type LoadMany<K, V> = (keys: K[]) => Promise<(V | Error)[]>;

const batches = new Map<unknown, unknown>();

export function batch<K, V>(loadMany: LoadMany<K, V>): (key: K) => Promise<V> {
  const open = () => {
    const keys = new Set<K>();
    const values = new Promise((resolve) => setImmediate(resolve)).then(async () => {
      batches.delete(loadMany);
      const list = await loadMany([...keys]);
      if (!Array.isArray(list) || list.length !== keys.size)
        throw new TypeError(`${keys.size} places were expected`);
      return new Map([...keys].map((key, i) => [key, list[i] as V | Error]));
    });
    return { keys, values };
  };
  return async (key) => {
    const current = (batches.get(loadMany) ?? open()) as ReturnType<typeof open>;
    batches.set(loadMany, current);
    current.keys.add(key);
    const value = (await current.values).get(key) as V | Error;
    if (value instanceof Error) throw value;
    return value;
  };
}
