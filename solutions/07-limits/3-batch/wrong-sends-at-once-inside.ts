// A key that `loadMany` asks for itself is sent one microtask later, before the next one comes.
// Fails: loads a key again when it is asked for after the call of loadMany, whatever has become of that
// Says: They are a new batch, and this one needs their values
type LoadMany<K, V> = (keys: K[]) => Promise<(V | Error)[]>;

export function batch<K, V>(loadMany: LoadMany<K, V>): (key: K) => Promise<V> {
  const open = () => {
    const keys = new Set<K>();
    const values = new Promise((resolve) =>
      isCalling ? queueMicrotask(() => resolve(0)) : setImmediate(resolve),
    ).then(async () => {
      current = undefined;
      isCalling = true;
      const answer = loadMany([...keys]);
      isCalling = false;
      const list = await answer;
      if (!Array.isArray(list) || list.length !== keys.size)
        throw new TypeError('one place for each key was expected');
      return new Map([...keys].map((key, i) => [key, list[i] as V | Error]));
    });
    return { keys, values };
  };
  let isCalling = false;
  let current: ReturnType<typeof open> | undefined;

  return async (key) => {
    current ??= open();
    current.keys.add(key);
    const value = (await current.values).get(key) as V | Error;
    if (value instanceof Error) throw value;
    return value;
  };
}
