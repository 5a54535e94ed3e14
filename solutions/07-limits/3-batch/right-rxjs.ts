// A Subject of keys, and a `buffer` of rxjs that an immediate closes.
import { buffer, firstValueFrom, map, Subject, share } from 'rxjs';

type LoadMany<K, V> = (keys: K[]) => Promise<(V | Error)[]>;

export function batch<K, V>(loadMany: LoadMany<K, V>): (key: K) => Promise<V> {
  const keys = new Subject<K>();
  const closes = new Subject<void>();
  const batches = keys.pipe(
    buffer(closes),
    map(async (asked) => {
      // loadMany may ask, too: by then the loads of this batch have its promise.
      await null;
      const unique = [...new Set(asked)];
      const list = await loadMany([...unique]);
      if (list.length !== unique.length) throw new TypeError('not one place for each key');
      return new Map(unique.map((key, i) => [key, list[i] as V | Error]));
    }),
    share(),
  );
  let isOpen = false;
  return async (key) => {
    const mine = firstValueFrom(batches);
    if (!isOpen) {
      isOpen = true;
      setImmediate(() => {
        isOpen = false;
        closes.next();
      });
    }
    keys.next(key);
    const value = (await await mine).get(key) as V | Error;
    if (value instanceof Error) throw value;
    return value;
  };
}
