// Keeps the key in a variable of all calls: the load that rejects removes the key that was asked for last.
// Fails: calls back with the error when load rejects, and does not keep the error
// Fails: calls back as soon as the load has settled or get has returned, whatever other keys do
// Says: The load of 'menu' rejects, and only that of 'menu'
type Callback<T> = (error: unknown, value?: T) => void;

export function makeGet<T>(
  load: (key: string) => Promise<T>,
): (key: string, callback: Callback<T>) => void {
  const loads = new Map<string, Promise<T>>();
  let current = '';
  return (key, callback) => {
    current = key;
    let loading = loads.get(key);
    if (!loading) {
      loading = load(key);
      loads.set(key, loading);
      loading.then(null, () => loads.delete(current));
    }
    loading.then(
      (loaded) => callback(null, loaded),
      (error) => callback(error),
    );
  };
}
