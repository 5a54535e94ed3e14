// A message to itself, which comes when all microtasks are done.
import { MessageChannel } from 'node:worker_threads';

type LoadMany<K, V> = (keys: K[]) => Promise<(V | Error)[]>;

function allMicrotasks(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.once('message', () => {
      port1.close();
      resolve();
    });
    port2.postMessage(undefined);
  });
}

export function batch<K, V>(loadMany: LoadMany<K, V>): (key: K) => Promise<V> {
  let batch: { keys: Set<K>; list: Promise<Map<K, V | Error>> } | undefined;
  const load = async (keys: Set<K>) => {
    await allMicrotasks();
    batch = undefined;
    const list = await loadMany([...keys]);
    if (list.length !== keys.size) throw new TypeError('another length');
    return new Map([...keys].map((key, i) => [key, list[i] as V | Error]));
  };
  return async (key) => {
    if (!batch) {
      const keys = new Set<K>();
      batch = { keys, list: load(keys) };
    }
    batch.keys.add(key);
    const value = (await batch.list).get(key) as V | Error;
    if (value instanceof Error) throw value;
    return value;
  };
}
