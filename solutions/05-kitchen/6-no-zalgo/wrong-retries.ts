// Loads a second time before it passes on an error.
// Fails: calls back with the error when load rejects, and does not keep the error
// Fails: calls back as soon as the load has settled or get has returned, whatever other keys do
// Says: 'callback 1' and 'callback 2' get its error.
type Callback<T> = (error: unknown, value?: T) => void;

export function makeGet<T>(
  load: (key: string) => Promise<T>,
): (key: string, callback: Callback<T>) => void {
  const loads = new Map<string, Promise<T>>();
  return (key, callback) => {
    let loading = loads.get(key);
    if (!loading) {
      loading = load(key).catch(() => load(key));
      loads.set(key, loading);
      loading.then(null, () => loads.delete(key));
    }
    loading.then(
      (loaded) => callback(null, loaded),
      (error) => callback(error),
    );
  };
}
