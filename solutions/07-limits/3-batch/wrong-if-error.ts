// Asks `if (error)` before it rejects.
// Fails: rejects each load of the batch with the same reason when loadMany rejects or throws
// Says: Does your code test the reason itself, as in if (error)?
type LoadMany<K, V> = (keys: K[]) => Promise<(V | Error)[]>;

interface Waiting<K, V> {
  key: K;
  resolve: (value: V) => void;
  reject: (reason: unknown) => void;
}

/** A Map knows NaN, too. */
const placeOf = <K>(keys: readonly K[], key: K): number =>
  new Map(keys.map((other, i) => [other, i])).get(key) as number;

export function batch<K, V>(loadMany: LoadMany<K, V>): (key: K) => Promise<V> {
  let waiting: Waiting<K, V>[] = [];

  const send = async () => {
    const mine = waiting;
    waiting = [];
    const keys = [...new Set(mine.map(({ key }) => key))];
    try {
      const list = await loadMany([...keys]);
      if (list?.length !== keys.length) throw new TypeError('not one place for each key');
      for (const { key, resolve, reject } of mine) {
        const value = list[placeOf(keys, key)] as V | Error;
        if (value instanceof Error) reject(value);
        else resolve(value);
      }
    } catch (error) {
      for (const { resolve, reject } of mine) {
        if (error) reject(error);
        else resolve(undefined as V);
      }
    }
  };

  return (key) =>
    new Promise((resolve, reject) => {
      if (waiting.length === 0) setImmediate(send);
      waiting.push({ key, resolve, reject });
    });
}
