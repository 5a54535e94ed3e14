// `scheduler.yield()`, which goes through the event loop once, and a list of keys for each batch.
import { scheduler } from 'node:timers/promises';

type LoadMany<K, V> = (keys: K[]) => Promise<(V | Error)[]>;

export function batch<K, V>(loadMany: LoadMany<K, V>): (key: K) => Promise<V> {
  let next: { keys: K[]; list: Promise<(V | Error)[]> } | undefined;

  async function load(keys: K[]): Promise<(V | Error)[]> {
    await scheduler.yield();
    next = undefined;
    const list = await loadMany(Array.from(keys));
    if (!Array.isArray(list)) throw new TypeError('no list');
    if (list.length !== keys.length)
      throw new TypeError(`${list.length} places for ${keys.length} keys`);
    return list;
  }

  return async (key) => {
    if (!next) {
      const keys: K[] = [];
      next = { keys, list: load(keys) };
    }
    const { keys, list } = next;
    const known = keys.findIndex((other) => new Set([other, key]).size === 1);
    const place = known < 0 ? keys.push(key) - 1 : known;
    const value = (await list)[place] as V | Error;
    if (value instanceof Error) throw value;
    return value;
  };
}
