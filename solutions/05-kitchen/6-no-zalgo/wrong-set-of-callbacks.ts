// Keeps those who wait in a Set: a callback that waits twice is called once.
// Fails: calls back once for each call, with null and the value
// Says: The same function is the callback of all calls
type Callback<T> = (error: unknown, value?: T) => void;

export function makeGet<T>(
  load: (key: string) => Promise<T>,
): (key: string, callback: Callback<T>) => void {
  const loads = new Map<string, Promise<T>>();
  const waiting = new Map<string, Set<Callback<T>>>();
  return (key, callback) => {
    const callbacks = waiting.get(key) ?? new Set();
    waiting.set(key, callbacks);
    callbacks.add(callback);
    let loading = loads.get(key);
    if (!loading) {
      loading = load(key);
      loads.set(key, loading);
      loading.then(null, () => loads.delete(key));
    }
    loading.then(
      (loaded) => {
        if (callbacks.delete(callback)) callback(null, loaded);
      },
      (error) => {
        if (callbacks.delete(callback)) callback(error);
      },
    );
  };
}
