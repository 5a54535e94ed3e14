// Starts the load first, and attaches its handlers in the next iteration.
// Fails: rejects each load of the batch with the same reason when loadMany rejects or throws
// Fails: loads a key again when it is asked for after the call of loadMany, whatever has become of that
// Says: rejected at 0 ms, and handled too late
import { setImmediate } from 'node:timers/promises';

type LoadMany<K, V> = (keys: K[]) => Promise<(V | Error)[]>;

export function batch<K, V>(loadMany: LoadMany<K, V>): (key: K) => Promise<V> {
  let batch: { list: Promise<(V | Error)[]>; places: Map<K, number> } | undefined;

  const load = async (places: Map<K, number>) => {
    await setImmediate();
    batch = undefined;
    const loading = loadMany([...places.keys()]);
    await setImmediate();
    const list = await loading;
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
