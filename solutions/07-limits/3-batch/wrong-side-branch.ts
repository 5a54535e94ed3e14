// Attaches a `finally` to the promise of the batch, and leaves the promise that this returns.
// Fails: rejects each load of the batch with the same reason when loadMany rejects or throws
// Fails: rejects each load with a TypeError when there is not one place for each key
// Fails: loads a key again when it is asked for after the call of loadMany, whatever has become of that
// Says: that promise is handled, but another one is not
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
      const list = load(places);
      batch = { places, list };
      list.finally(() => places.clear());
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
