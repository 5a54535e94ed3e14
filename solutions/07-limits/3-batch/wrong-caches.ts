// Keeps each load, and returns the same promise the next time.
// Fails: loads a key again when it is asked for after the call of loadMany, whatever has become of that
// Fails: allows loadMany to change its array
// Says: is in a new batch, and is loaded
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

  const known = new Map<K, Promise<V>>();
  return (key) => {
    const before = known.get(key);
    if (before) return before;
    if (!batch) {
      const places = new Map<K, number>();
      batch = { places, list: load(places) };
    }
    const { list, places } = batch;
    const place = places.get(key) ?? places.size;
    places.set(key, place);
    const result = list.then((values) => {
      const value = values[place] as V | Error;
      if (value instanceof Error) throw value;
      return value;
    });
    known.set(key, result);
    return result;
  };
}
