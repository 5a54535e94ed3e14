// Lets only ten calls of `loadMany` run at the same time.
// Fails: loads a key again when it is asked for after the call of loadMany, whatever has become of that
// Says: 'loadMany a' was started
type LoadMany<K, V> = (keys: K[]) => Promise<(V | Error)[]>;

export function batch<K, V>(loadMany: LoadMany<K, V>): (key: K) => Promise<V> {
  const open = () => {
    const keys = new Set<K>();
    const values = new Promise((resolve) => setImmediate(resolve)).then(async () => {
      current = undefined;
      if (running >= 10) await new Promise<void>((resolve) => waiting.push(resolve));
      running++;
      const list = await (async () => loadMany([...keys]))().finally(() => {
        running--;
        waiting.shift()?.();
      });
      if (!Array.isArray(list) || list.length !== keys.size)
        throw new TypeError('one place for each key was expected');
      return new Map([...keys].map((key, i) => [key, list[i] as V | Error]));
    });
    return { keys, values };
  };
  let running = 0;
  const waiting: (() => void)[] = [];
  let current: ReturnType<typeof open> | undefined;

  return async (key) => {
    current ??= open();
    current.keys.add(key);
    const value = (await current.values).get(key) as V | Error;
    if (value instanceof Error) throw value;
    return value;
  };
}
