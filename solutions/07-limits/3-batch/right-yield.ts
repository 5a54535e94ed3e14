// `scheduler.yield()`, which goes through the event loop once, and a place for each key.
import { scheduler } from 'node:timers/promises';

type LoadMany<K, V> = (keys: K[]) => Promise<(V | Error)[]>;

export function batch<K, V>(loadMany: LoadMany<K, V>): (key: K) => Promise<V> {
  let next: { places: Map<K, number>; list: Promise<(V | Error)[]> } | undefined;

  async function load(places: Map<K, number>): Promise<(V | Error)[]> {
    await scheduler.yield();
    next = undefined;
    const list = await loadMany(Array.from(places.keys()));
    if (!Array.isArray(list)) throw new TypeError('no list');
    if (list.length !== places.size)
      throw new TypeError(`${list.length} places for ${places.size} keys`);
    return list;
  }

  return async (key) => {
    if (!next) {
      const places = new Map<K, number>();
      next = { places, list: load(places) };
    }
    const { places, list } = next;
    places.set(key, places.get(key) ?? places.size);
    const value = (await list)[places.get(key) as number] as V | Error;
    if (value instanceof Error) throw value;
    return value;
  };
}
