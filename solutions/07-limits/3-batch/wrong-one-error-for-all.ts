// Rejects all loads of the batch when there is an Error in one place.
// Fails: rejects with the Error in the place of the key, and only the loads of that key
// Says: the loads of that key reject with it, and no others
import { setImmediate } from 'node:timers/promises';

type LoadMany<K, V> = (keys: K[]) => Promise<(V | Error)[]>;

export function batch<K, V>(loadMany: LoadMany<K, V>): (key: K) => Promise<V> {
  let batch: { list: Promise<(V | Error)[]>; places: Map<K, number> } | undefined;

  const load = async (places: Map<K, number>) => {
    await setImmediate();
    batch = undefined;
    const list = await loadMany([...places.keys()]);
    if (list?.length !== places.size) throw new TypeError('one place for each key, please');
    for (const value of list) if (value instanceof Error) throw value;
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
      return value;
    });
  };
}
