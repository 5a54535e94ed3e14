// Keeps a value for 100 ms.
// Fails: loads a key once, for calls of get during the load and for later ones
// Says: every value is kept
type Callback<T> = (error: unknown, value?: T) => void;

export function makeGet<T>(
  load: (key: string) => Promise<T>,
): (key: string, callback: Callback<T>) => void {
  const loads = new Map<string, Promise<T>>();
  const since = new Map<string, number>();
  return (key, callback) => {
    let loading = loads.get(key);
    if (!loading || Date.now() - (since.get(key) ?? Infinity) > 100) {
      loading = load(key);
      loads.set(key, loading);
      loading.then(
        () => since.set(key, Date.now()),
        () => loads.delete(key),
      );
    }
    loading.then(
      (loaded) => callback(null, loaded),
      (error) => callback(error),
    );
  };
}
