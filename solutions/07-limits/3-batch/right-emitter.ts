// An event for each batch, which every load of it waits for.
import { EventEmitter } from 'node:events';

type LoadMany<K, V> = (keys: K[]) => Promise<(V | Error)[]>;

export function batch<K, V>(loadMany: LoadMany<K, V>): (key: K) => Promise<V> {
  let sent: EventEmitter | undefined;
  let places = new Map<K, number>();

  const send = () => {
    const [batch, { size }] = [sent, places];
    const keys = [...places.keys()];
    sent = undefined;
    places = new Map();
    const end = (error: [] | [unknown], list: readonly (V | Error)[]) =>
      batch?.emit('end', error, list);
    new Promise<(V | Error)[]>((resolve) => resolve(loadMany(keys))).then(
      (list) =>
        list?.length === size
          ? end([], list)
          : end([new TypeError('Each key needs one place in the list')], []),
      (error) => end([error], []),
    );
  };

  return (key) =>
    new Promise((resolve, reject) => {
      if (!sent) {
        sent = new EventEmitter().setMaxListeners(0);
        setImmediate(send);
      }
      const place = places.get(key) ?? places.size;
      places.set(key, place);
      sent.once('end', (error: [] | [unknown], list: readonly (V | Error)[]) => {
        const value = list[place] as V | Error;
        if (error.length > 0) reject(error[0]);
        else if (value instanceof Error) reject(value);
        else resolve(value);
      });
    });
}
