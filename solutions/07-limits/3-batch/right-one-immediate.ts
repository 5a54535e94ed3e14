// One immediate for all functions, which serves the newest first.
import { setImmediate } from 'node:timers/promises';

type LoadMany<K, V> = (keys: K[]) => Promise<(V | Error)[]>;

const due: (() => void)[] = [];

async function serve(): Promise<void> {
  await setImmediate();
  for (const send of due.splice(0).reverse()) send();
}

export function batch<K, V>(loadMany: LoadMany<K, V>): (key: K) => Promise<V> {
  let keys: Set<K> | undefined;
  let values: Promise<Map<K, V | Error>>;

  const load = async (mine: Set<K>) => {
    const moment = new Promise<void>((send) => due.push(send));
    if (due.length === 1) serve();
    await moment;
    keys = undefined;
    const list = await loadMany([...mine]);
    if (!Array.isArray(list) || list.length !== mine.size)
      throw new TypeError('one place for each key was expected');
    return new Map([...mine].map((key, i) => [key, list[i] as V | Error]));
  };

  return async (key) => {
    if (!keys) {
      keys = new Set();
      values = load(keys);
    }
    keys.add(key);
    const value = (await values).get(key) as V | Error;
    if (value instanceof Error) throw value;
    return value;
  };
}
