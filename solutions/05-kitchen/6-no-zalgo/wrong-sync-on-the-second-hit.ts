// Keeps the value when it is asked for a second time, and calls back synchronously from then on.
// Fails: calls back after get has returned, cached or not
// Fails: does not catch what a callback throws, and still calls each callback once
// Says: Does get call back synchronously when it has the value already?
type Callback<T> = (error: unknown, value?: T) => void;

export function makeGet<T>(
  load: (key: string) => Promise<T>,
): (key: string, callback: Callback<T>) => void {
  const loads = new Map<string, Promise<T>>();
  const values = new Map<string, T>();
  return (key, callback) => {
    if (values.has(key)) return callback(null, values.get(key) as T);
    let loading = loads.get(key);
    if (!loading) {
      loading = load(key);
      loads.set(key, loading);
      loading.then(null, () => loads.delete(key));
      loading.then(
        (loaded) => callback(null, loaded),
        (error) => callback(error),
      );
    } else
      loading.then(
        (loaded) => {
          values.set(key, loaded);
          callback(null, loaded);
        },
        (error) => callback(error),
      );
  };
}
