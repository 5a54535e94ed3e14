// Makes an Error of a reason that is none.
// Fails: calls back with the error when load rejects, and does not keep the error
// Says: each callback gets the reason as it is, whatever it is.
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
      (error) => callback(error instanceof Error ? error : new Error(String(error))),
    );
  };
}
