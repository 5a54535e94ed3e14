// The keys of the next batch are added to the array of the batch before.
// Fails: loads the keys of one callback and its microtasks by one call, in the order in which they were asked for
// Fails: lets no time pass before that call, and calls for a later callback while another call is running
// Fails: loads a key again when it is asked for after the call of loadMany, whatever has become of that
// Fails: keeps the batches of two functions apart
// Says: the array of loadMany was changed after the call
type LoadMany<K, V> = (keys: K[]) => Promise<(V | Error)[]>;

export function batch<K, V>(loadMany: LoadMany<K, V>): (key: K) => Promise<V> {
  const open = () => {
    const keys = new Set<K>();
    const values = new Promise((resolve) => setImmediate(resolve)).then(async () => {
      current = undefined;
      sent = [...keys];
      const list = await loadMany(sent);
      if (!Array.isArray(list) || list.length !== keys.size)
        throw new TypeError('one place for each key was expected');
      return new Map([...keys].map((key, i) => [key, list[i] as V | Error]));
    });
    return { keys, values };
  };
  let sent: K[] = [];
  let current: ReturnType<typeof open> | undefined;

  return async (key) => {
    current ??= open();
    current.keys.add(key);
    sent.push(key);
    const value = (await current.values).get(key) as V | Error;
    if (value instanceof Error) throw value;
    return value;
  };
}
