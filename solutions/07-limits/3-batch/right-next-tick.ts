// A `nextTick` job that a microtask queues: Node runs it when all microtasks are done.
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
      // What is no list throws a TypeError here by itself.
      if (list.length !== keys.length) throw new TypeError('not one place for each key');
      const places = new Map(keys.map((key, i) => [key, i]));
      for (const { key, resolve, reject } of mine) {
        const value = list[places.get(key) as number] as V | Error;
        if (value instanceof Error) reject(value);
        else resolve(value);
      }
    } catch (error) {
      for (const { reject } of mine) reject(error);
    }
  };

  return (key) =>
    new Promise((resolve, reject) => {
      if (waiting.length === 0) queueMicrotask(() => process.nextTick(send));
      waiting.push({ key, resolve, reject });
    });
}
