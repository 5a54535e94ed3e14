// Knows an Error by its name, which another class of Error has not.
// Fails: rejects with the Error in the place of the key, and only the loads of that key
// Says: expected a rejection with AbortError('stopped by its own')
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
        if ((value as Error | undefined)?.name === 'Error') reject(value);
        else resolve(value as V);
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
