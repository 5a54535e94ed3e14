// Clears when `loadMany` throws, and loses what that has asked for.
// Fails: loads a key again when it is asked for after the call of loadMany, whatever has become of that
// Says: What is asked for after a call of `loadMany` is in a new batch, and is loaded
type LoadMany<K, V> = (keys: K[]) => Promise<(V | Error)[]>;

export function batch<K, V>(loadMany: LoadMany<K, V>): (key: K) => Promise<V> {
  const open = () => {
    const keys = new Set<K>();
    const values = new Promise<void>((resolve) => setImmediate(() => current && resolve())).then(
      async () => {
        current = undefined;
        let answer: Promise<(V | Error)[]>;
        try {
          answer = loadMany([...keys]);
        } catch (error) {
          current = undefined;
          throw error;
        }
        const list = await answer;
        if (!Array.isArray(list) || list.length !== keys.size)
          throw new TypeError('one place for each key was expected');
        return new Map([...keys].map((key, i) => [key, list[i] as V | Error]));
      },
    );
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
