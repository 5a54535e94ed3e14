// Waits for the end of a batch before it sends the next one.
// Fails: lets no time pass before that call, and calls for a later callback while another call is running
// Fails: loads a key again when it is asked for after the call of loadMany, whatever has become of that
// Fails: allows loadMany to change its array
// Fails: keeps the batches of two functions apart
// Says: which does not wait for the first one
import { setImmediate } from 'node:timers/promises';

type LoadMany<K, V> = (keys: K[]) => Promise<(V | Error)[]>;

export function batch<K, V>(loadMany: LoadMany<K, V>): (key: K) => Promise<V> {
  let batch: { list: Promise<(V | Error)[]>; places: Map<K, number> } | undefined;

  let last: Promise<unknown> = Promise.resolve();

  const load = async (places: Map<K, number>) => {
    const before = last;
    await setImmediate();
    await before;
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
      last = list.catch(() => {});
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
