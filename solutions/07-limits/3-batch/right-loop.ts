// One loop that never ends: it waits for a key, then for an immediate, and takes all keys that have come.
import { setImmediate } from 'node:timers/promises';

type LoadMany<K, V> = (keys: K[]) => Promise<(V | Error)[]>;

export function batch<K, V>(loadMany: LoadMany<K, V>): (key: K) => Promise<V> {
  const asked: { key: K; load: (end: () => V) => void }[] = [];
  let wake = () => {};

  const answer = async (batch: typeof asked) => {
    const keys = [...new Set(batch.map(({ key }) => key))];
    let end: (key: K) => V;
    try {
      const list = await loadMany(keys.slice());
      if (list.length !== keys.length) throw new TypeError(`${keys.length} places were expected`);
      const values = new Map(keys.map((key, i) => [key, list[i] as V | Error]));
      end = (key) => {
        const value = values.get(key) as V | Error;
        if (value instanceof Error) throw value;
        return value;
      };
    } catch (error) {
      end = () => {
        throw error;
      };
    }
    for (const { key, load } of batch) load(() => end(key));
  };

  const run = async () => {
    for (;;) {
      const isAsked = new Promise<void>((resolve) => {
        wake = resolve;
      });
      if (asked.length === 0) await isAsked;
      await setImmediate();
      answer(asked.splice(0));
    }
  };
  run();

  return async (key) => {
    const end = await new Promise<() => V>((load) => {
      asked.push({ key, load });
      wake();
    });
    return end();
  };
}
