// Goes through the list with `forEach`, which skips a place where nothing was put.
// Fails: fulfils with the value in the place of the key, when loadMany fulfils
// Says: 'load c' (called at 0 ms) is still pending
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
    const keys = [...new Set(mine.map(({ key }) => key))];
    try {
      const list = await loadMany([...keys]);
      if (list?.length !== keys.length) throw new TypeError('not one place for each key');
      const loads = new Map<K, Waiting<K, V>[]>();
      for (const one of mine) loads.set(one.key, [...(loads.get(one.key) ?? []), one]);
      list.forEach((value, i) => {
        for (const { resolve, reject } of loads.get(keys[i] as K) ?? []) {
          if (value instanceof Error) reject(value);
          else resolve(value);
        }
      });
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
