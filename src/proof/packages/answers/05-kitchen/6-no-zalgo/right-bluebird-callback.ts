// asCallback of Bluebird's.
import Bluebird from 'bluebird';

export function makeGet<T>(load: (key: string) => Promise<T>) {
  const kept = new Map<string, Bluebird<T>>();
  return (key: string, callback: (error: unknown, value?: T) => void) => {
    let loading = kept.get(key);
    if (!loading) {
      loading = Bluebird.resolve(load(key));
      kept.set(key, loading);
      loading.catch(() => kept.delete(key));
    }
    loading.asCallback(callback);
  };
}
