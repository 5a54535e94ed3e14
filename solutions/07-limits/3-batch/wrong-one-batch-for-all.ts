// Keeps the keys outside of `batch`, where all functions share them.
// Fails: keeps the batches of two functions apart
// Says: 'loadMany c a b' was started once, at 0 ms; expected 2 times
type LoadMany<K, V> = (keys: K[]) => Promise<(V | Error)[]>;

interface Waiting<K, V> {
  key: K;
  resolve: (value: V) => void;
  reject: (reason: unknown) => void;
}

/** A Map knows NaN, too. */
const placeOf = <K>(keys: readonly K[], key: K): number =>
  new Map(keys.map((other, i) => [other, i])).get(key) as number;

let waiting: Waiting<unknown, unknown>[] = [];

export function batch<K, V>(loadMany: LoadMany<K, V>): (key: K) => Promise<V> {
  const send = async () => {
    const mine = waiting as Waiting<K, V>[];
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
      for (const { reject } of mine) reject(error);
    }
  };

  return (key) =>
    new Promise((resolve, reject) => {
      if (waiting.length === 0) setImmediate(send);
      waiting.push({ key, resolve, reject } as Waiting<unknown, unknown>);
    });
}
