// Waits for the first keys from the call of `batch` on, and for no others.
// Fails: loads the keys of one callback and its microtasks by one call, in the order in which they were asked for
// Fails: lets no time pass before that call, and calls for a later callback while another call is running
// Fails: loads a key again when it is asked for after the call of loadMany, whatever has become of that
// Fails: allows loadMany to change its array
// Fails: keeps the batches of two functions apart
// Says: 'loadMany red blue' was never started
import { setImmediate } from 'node:timers/promises';

type LoadMany<K, V> = (keys: K[]) => Promise<(V | Error)[]>;

export function batch<K, V>(loadMany: LoadMany<K, V>): (key: K) => Promise<V> {
  const places = new Map<K, number>();
  const list = setImmediate().then(async () => {
    const values = await loadMany([...places.keys()]);
    if (values?.length !== places.size) throw new TypeError('not one place for each key');
    return values;
  });
  list.catch(() => {});
  return async (key) => {
    const place = places.get(key) ?? places.size;
    places.set(key, place);
    const value = (await list)[place] as V | Error;
    if (value instanceof Error) throw value;
    return value;
  };
}
