// Each key has a promise of its own, made of that of the batch.
type LoadMany<K, V> = (keys: K[]) => Promise<(V | Error)[]>;

async function attempt<T>(f: () => Promise<T>): Promise<T> {
  return f();
}

export function batch<K, V>(loadMany: LoadMany<K, V>): (key: K) => Promise<V> {
  let batch: { promise: Promise<(V | Error)[]>; loads: Map<K, Promise<V>> } | undefined;

  const start = () => {
    const loads = new Map<K, Promise<V>>();
    const promise = new Promise<(V | Error)[]>((resolve, reject) => {
      setImmediate(() => {
        batch = undefined;
        const { size } = loads;
        Promise.allSettled([attempt(() => loadMany([...loads.keys()]))]).then(([end]) => {
          if (end.status === 'rejected') reject(end.reason);
          else if (end.value?.length === size) resolve(end.value);
          else reject(new TypeError('The list has another length than the keys'));
        });
      });
    });
    return { promise, loads };
  };

  return (key) => {
    batch ??= start();
    const { promise, loads } = batch;
    const i = loads.size;
    const load =
      loads.get(key) ??
      promise.then((list) => {
        const value = list[i] as V | Error;
        return value instanceof Error ? Promise.reject(value) : value;
      });
    loads.set(key, load);
    return load;
  };
}
