// Calls `loadMany` for each key.
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
// Says: One call of `loadMany` has them
type LoadMany<K, V> = (keys: K[]) => Promise<(V | Error)[]>;

export function batch<K, V>(loadMany: LoadMany<K, V>): (key: K) => Promise<V> {
  return async (key) => {
    const list = await loadMany([key]);
    if (list?.length !== 1) throw new TypeError('one place was expected');
    const [value] = list as [V | Error];
    if (value instanceof Error) throw value;
    return value;
  };
}
