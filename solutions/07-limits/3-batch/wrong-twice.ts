// Sends a key as often as it is asked for.
// Fails: has a key once in a batch, however often it is asked for
// Fails: rejects with the Error in the place of the key, and only the loads of that key
// Fails: rejects each load with a TypeError when there is not one place for each key
// Fails: allows loadMany to change its array
// Says: 'loadMany 6 keys' was started instead
type LoadMany<K, V> = (keys: K[]) => Promise<(V | Error)[]>;

interface Waiting<K, V> {
  key: K;
  resolve: (value: V) => void;
  reject: (reason: unknown) => void;
}

export function batch<K, V>(loadMany: LoadMany<K, V>): (key: K) => Promise<V> {
  let waiting: Waiting<K, V>[] = [];

  const send = async () => {
    const mine = waiting;
    waiting = [];
    const keys = mine.map(({ key }) => key);
    try {
      const list = await loadMany([...keys]);
      if (list?.length !== keys.length) throw new TypeError('not one place for each key');
      for (const [i, { resolve, reject }] of mine.entries()) {
        const value = list[i] as V | Error;
        if (value instanceof Error) reject(value);
        else resolve(value);
      }
    } catch (error) {
      for (const { reject } of mine) reject(error);
    }
  };

  return (key) =>
    new Promise((resolve, reject) => {
      if (waiting.length === 0) setImmediate(send);
      waiting.push({ key, resolve, reject });
    });
}
