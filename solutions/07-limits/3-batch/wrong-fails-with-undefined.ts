// Fulfils with undefined when the batch has failed.
// Fails: rejects each load of the batch with the same reason when loadMany rejects or throws
// Fails: rejects each load with a TypeError when there is not one place for each key
// Fails: loads a key again when it is asked for after the call of loadMany, whatever has become of that
// Says: a promise that fulfils stands for success: reject
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
    } catch {
      for (const { resolve } of mine) resolve(undefined as V);
    }
  };

  return (key) =>
    new Promise((resolve, reject) => {
      if (waiting.length === 0) setImmediate(send);
      waiting.push({ key, resolve, reject });
    });
}
