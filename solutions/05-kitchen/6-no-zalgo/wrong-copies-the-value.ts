// Gives each caller a copy of the value.
// Fails: keeps undefined like any other value
// Says: It looks the same, but it is a copy.
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
      (loaded) => callback(null, typeof loaded === 'object' ? structuredClone(loaded) : loaded),
      (error) => callback(error),
    );
  };
}
