// Removes the value when a callback throws.
// Fails: does not catch what a callback throws, and still calls each callback once
// Says: What a callback throws is no error of the load
type Callback<T> = (error: unknown, value?: T) => void;

export function makeGet<T>(
  load: (key: string) => Promise<T>,
): (key: string, callback: Callback<T>) => void {
  const loads = new Map<string, Promise<T>>();
  return (key, callback) => {
    let loading = loads.get(key);
    if (!loading) {
      loading = load(key);
      loads.set(key, loading);
      loading.then(null, () => loads.delete(key));
    }
    loading
      .then(
        (loaded) => callback(null, loaded),
        (error) => callback(error),
      )
      .catch((thrown) => {
        loads.delete(key);
        throw thrown;
      });
  };
}
