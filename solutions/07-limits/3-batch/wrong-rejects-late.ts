// Rejects from a timer when `loadMany` has rejected.
// Fails: rejects each load of the batch with the same reason when loadMany rejects or throws
// Fails: loads a key again when it is asked for after the call of loadMany, whatever has become of that
// Says: `loadMany` has failed for the whole batch
type LoadMany<K, V> = (keys: K[]) => Promise<(V | Error)[]>;

export function batch<K, V>(loadMany: LoadMany<K, V>): (key: K) => Promise<V> {
  const open = () => {
    const keys = new Set<K>();
    const values = new Promise((resolve) => setImmediate(resolve)).then(async () => {
      current = undefined;
      const list = await loadMany([...keys]).catch(async (e) => {
        await new Promise((r) => setTimeout(r, 0));
        throw e;
      });
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
