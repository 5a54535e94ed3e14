// Keeps the functions that settle a load by its key, for all batches together.
// Fails: loads a key again when it is asked for after the call of loadMany, whatever has become of that
// Fails: allows loadMany to change its array
// Says: What is asked for after a call of `loadMany` is in a new batch
type LoadMany<K, V> = (keys: K[]) => Promise<(V | Error)[]>;

export function batch<K, V>(loadMany: LoadMany<K, V>): (key: K) => Promise<V> {
  const pending = new Map<
    K,
    { promise: Promise<V>; resolve: (value: V) => void; reject: (reason: unknown) => void }
  >();
  let keys: K[] = [];

  const send = async () => {
    const sent = keys;
    keys = [];
    try {
      const list = await loadMany([...sent]);
      if (list?.length !== sent.length) throw new TypeError('not one place for each key');
      for (const [i, key] of sent.entries()) {
        const value = list[i] as V | Error;
        if (value instanceof Error) pending.get(key)?.reject(value);
        else pending.get(key)?.resolve(value);
      }
    } catch (error) {
      for (const key of sent) pending.get(key)?.reject(error);
    }
  };

  return (key) => {
    const before = keys.includes(key) && pending.get(key);
    if (before) return before.promise;
    if (keys.length === 0) setImmediate(send);
    keys.push(key);
    let settle: Pick<NonNullable<ReturnType<typeof pending.get>>, 'resolve' | 'reject'> | undefined;
    const promise = new Promise<V>((resolve, reject) => {
      settle = { resolve, reject };
    });
    if (settle) pending.set(key, { promise, ...settle });
    return promise;
  };
}
