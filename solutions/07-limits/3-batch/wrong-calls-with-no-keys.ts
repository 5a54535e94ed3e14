// Asks once with no keys, to see whether the database is there.
// Fails: loads the keys of one callback and its microtasks by one call, in the order in which they were asked for
// Fails: lets no time pass before that call, and calls for a later callback while another call is running
// Fails: has a key once in a batch, however often it is asked for
// Fails: fulfils with the value in the place of the key, when loadMany fulfils
// Fails: rejects with the Error in the place of the key, and only the loads of that key
// Fails: rejects each load of the batch with the same reason when loadMany rejects or throws
// Fails: rejects each load with a TypeError when there is not one place for each key
// Fails: loads a key again when it is asked for after the call of loadMany, whatever has become of that
// Fails: allows loadMany to change its array
// Fails: keeps the batches of two functions apart
// Says: 'loadMany ' was started at 0 ms; expected: not at all
type LoadMany<K, V> = (keys: K[]) => Promise<(V | Error)[]>;

export function batch<K, V>(loadMany: LoadMany<K, V>): (key: K) => Promise<V> {
  const open = () => {
    const keys = new Set<K>();
    const values = new Promise((resolve) => setImmediate(resolve)).then(async () => {
      current = undefined;
      const list = await loadMany([...keys]);
      if (!Array.isArray(list) || list.length !== keys.size)
        throw new TypeError(`${keys.size} places were expected`);
      return new Map([...keys].map((key, i) => [key, list[i] as V | Error]));
    });
    return { keys, values };
  };
  let current: ReturnType<typeof open> | undefined;

  loadMany([]).catch(() => {});

  return async (key) => {
    current ??= open();
    current.keys.add(key);
    const value = (await current.values).get(key) as V | Error;
    if (value instanceof Error) throw value;
    return value;
  };
}
