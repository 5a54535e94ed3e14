// Fulfils with the Error that is in the place of the key.
// Fails: rejects with the Error in the place of the key, and only the loads of that key
// Fails: loads a key again when it is asked for after the call of loadMany, whatever has become of that
// Says: a promise that fulfils stands for success: reject
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
      const value = values[place] as V;
      return value;
    });
  };
}
