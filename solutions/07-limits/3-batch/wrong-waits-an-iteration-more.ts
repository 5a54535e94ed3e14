// Goes through the event loop twice, with a timer, to be sure that all have asked.
// Fails: loads the keys of one callback and its microtasks by one call, in the order in which they were asked for
// Fails: lets no time pass before that call, and calls for a later callback while another call is running
// Fails: has a key once in a batch, however often it is asked for
// Fails: fulfils with the value in the place of the key, when loadMany fulfils
// Fails: rejects with the Error in the place of the key, and only the loads of that key
// Fails: rejects each load of the batch with the same reason when loadMany rejects or throws
// Fails: rejects each load with a TypeError when there is not one place for each key
// Fails: loads a key again when it is asked for after the call of loadMany, whatever has become of that
// Fails: allows loadMany to change its array
// Fails: keeps the batches of two functions apart
// Says: A timer fired at 1 ms, which was set at 0 ms
import { setImmediate } from 'node:timers/promises';

type LoadMany<K, V> = (keys: K[]) => Promise<(V | Error)[]>;

export function batch<K, V>(loadMany: LoadMany<K, V>): (key: K) => Promise<V> {
  let batch: { list: Promise<(V | Error)[]>; places: Map<K, number> } | undefined;

  const load = async (places: Map<K, number>) => {
    await setImmediate();
    await new Promise((resolve) => setTimeout(resolve, 1));
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
      return value;
    });
  };
}
