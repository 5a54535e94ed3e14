// Passes its own array, and empties it for the next batch.
// Fails: loads the keys of one callback and its microtasks by one call, in the order in which they were asked for
// Fails: lets no time pass before that call, and calls for a later callback while another call is running
// Fails: has a key once in a batch, however often it is asked for
// Fails: loads a key again when it is asked for after the call of loadMany, whatever has become of that
// Fails: allows loadMany to change its array
// Fails: keeps the batches of two functions apart
// Says: the array of loadMany was changed after the call
type LoadMany<K, V> = (keys: K[]) => Promise<(V | Error)[]>;

interface Waiting<K, V> {
  key: K;
  resolve: (value: V) => void;
  reject: (reason: unknown) => void;
}

/** A Map knows NaN, too. */
const placeOf = <K>(keys: readonly K[], key: K): number =>
  new Map(keys.map((other, i) => [other, i])).get(key) as number;

export function batch<K, V>(loadMany: LoadMany<K, V>): (key: K) => Promise<V> {
  let waiting: Waiting<K, V>[] = [];
  const keys: K[] = [];

  const send = async () => {
    const mine = waiting;
    waiting = [];
    keys.push(...new Set(mine.map(({ key }) => key)));
    const sent = [...keys];
    try {
      const loading = loadMany(keys);
      keys.length = 0;
      const list = await loading;
      if (list?.length !== sent.length) throw new TypeError('not one place for each key');
      for (const { key, resolve, reject } of mine) {
        const value = list[placeOf(sent, key)] as V | Error;
        if (value instanceof Error) reject(value);
        else resolve(value);
      }
    } catch (error) {
      keys.length = 0;
      for (const { reject } of mine) reject(error);
    }
  };

  return (key) =>
    new Promise((resolve, reject) => {
      if (waiting.length === 0) setImmediate(send);
      waiting.push({ key, resolve, reject });
    });
}
