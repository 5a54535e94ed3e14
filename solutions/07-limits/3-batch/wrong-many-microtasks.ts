// Waits for a hundred microtasks. (A callback may wait for more of them.)
// Fails: loads the keys of one callback and its microtasks by one call, in the order in which they were asked for
// Fails: has a key once in a batch, however often it is asked for
// Says: 'loadMany c a b x y' and 'loadMany z' were started instead
type LoadMany<K, V> = (keys: K[]) => Promise<(V | Error)[]>;

async function wait(): Promise<void> {
  for (let i = 0; i < 100; i++) await null;
}

export function batch<K, V>(loadMany: LoadMany<K, V>): (key: K) => Promise<V> {
  const open = () => {
    const keys = new Set<K>();
    const values = wait().then(async () => {
      current = undefined;
      const list = await loadMany([...keys]);
      if (!Array.isArray(list) || list.length !== keys.size)
        throw new TypeError(`${keys.size} places were expected`);
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
