// Catches what the callback throws, but only when the load has rejected.
// Fails: does not catch what a callback throws, and still calls each callback once
// Says: An error of a callback is a bug in the callback
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
    loading.then(
      (loaded) => callback(null, loaded),
      (error) => {
        try {
          callback(error);
        } catch {}
      },
    );
  };
}
