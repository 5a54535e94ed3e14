// Begins a new batch when the one before has been loaded.
// Fails: lets no time pass before that call, and calls for a later callback while another call is running
// Fails: loads a key again when it is asked for after the call of loadMany, whatever has become of that
// Fails: allows loadMany to change its array
// Fails: keeps the batches of two functions apart
// Says: 'd' is asked for by a later callback, when the first call of `loadMany` has its keys
import { setImmediate } from 'node:timers/promises';

type LoadMany<K, V> = (keys: K[]) => Promise<(V | Error)[]>;

export function batch<K, V>(loadMany: LoadMany<K, V>): (key: K) => Promise<V> {
  let batch: { list: Promise<(V | Error)[]>; places: Map<K, number> } | undefined;

  const load = async (places: Map<K, number>) => {
    await setImmediate();
    const list = await loadMany([...places.keys()]);
    batch = undefined;
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
      return value;
    });
  };
}
