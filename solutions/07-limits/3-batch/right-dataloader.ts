// `dataloader`, whose cache is emptied for each batch. It takes no `undefined` as a key, so keys are put into a box.
import DataLoader from 'dataloader';

type LoadMany<K, V> = (keys: K[]) => Promise<(V | Error)[]>;

interface Box<K> {
  key: K;
}

export function batch<K, V>(loadMany: LoadMany<K, V>): (key: K) => Promise<V> {
  const loader = new DataLoader<Box<K>, V, K>(
    async (boxes) => {
      loader.clearAll();
      return loadMany(boxes.map(({ key }) => key));
    },
    { cacheKeyFn: ({ key }) => key, maxBatchSize: Infinity },
  );
  return (key) => loader.load({ key });
}
