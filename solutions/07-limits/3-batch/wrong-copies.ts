// Gives each load a copy of its value.
// Fails: has a key once in a batch, however often it is asked for
// Fails: fulfils with the value in the place of the key, when loadMany fulfils
// Fails: rejects with the Error in the place of the key, and only the loads of that key
// Says: It looks the same, but it is a copy
import { setImmediate } from 'node:timers/promises';

type LoadMany<K, V> = (keys: K[]) => Promise<(V | Error)[]>;

export function batch<K, V>(loadMany: LoadMany<K, V>): (key: K) => Promise<V> {
  let batch: { list: Promise<(V | Error)[]>; places: Map<K, number> } | undefined;

  const load = async (places: Map<K, number>) => {
    await setImmediate();
    batch = undefined;
    const list = await loadMany([...places.keys()]);
    if (list?.length !== places.size) throw new TypeError('one place for each key, please');
    return list;
  };

  return (key) => {
    if (!batch) {
      const places = new Map<K, number>();
      batch = { places, list: load(places) };
    }
    const { list, places } = batch;
    const place = places.get(key) ?? places.size;
    places.set(key, place);
    return list.then((values) => {
      const value = values[place] as V | Error;
      if (value instanceof Error) throw value;
      if (Array.isArray(value)) return [...value] as V;
      return typeof value === 'object' && value ? { ...value } : value;
    });
  };
}
