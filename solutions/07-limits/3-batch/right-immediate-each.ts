// Each load waits for an immediate of its own. The first one that is called takes all keys.
type LoadMany<K, V> = (keys: K[]) => Promise<(V | Error)[]>;

export function batch<K, V>(loadMany: LoadMany<K, V>): (key: K) => Promise<V> {
  let places = new Map<K, number>();
  let list: Promise<(V | Error)[]>;

  const ask = async (keys: K[]) => {
    const answer = await loadMany([...keys]);
    if (answer.length === keys.length) return answer;
    throw new TypeError('a list with one place for each key was expected');
  };

  return async (key) => {
    const mine = places;
    const place = mine.get(key) ?? mine.size;
    mine.set(key, place);
    const found = await new Promise<(V | Error)[]>((resolve) => {
      setImmediate(() => {
        if (mine === places) {
          places = new Map();
          list = ask([...mine.keys()]);
        }
        resolve(list);
      });
    });
    const value = found[place] as V | Error;
    if (value instanceof Error) throw value;
    return value;
  };
}
