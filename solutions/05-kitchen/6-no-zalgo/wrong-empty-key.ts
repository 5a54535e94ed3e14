// Assumes that an empty key is no key, and loads it each time.
// Fails: loads a key once, for calls of get during the load and for later ones
// Says: Any string is a key of its own: an empty one
export function makeGet<T>(
  load: (key: string) => Promise<T>,
): (key: string, callback: (error: unknown, value?: T) => void) => void {
  const loads = new Map<string, Promise<T>>();
  return (key, callback) => {
    let loading = key ? loads.get(key) : undefined;
    if (!loading) {
      loading = load(key);
      loads.set(key, loading);
      loading.then(null, () => loads.delete(key));
    }
    loading.then(
      (loaded) => callback(null, loaded),
      (error) => callback(error),
    );
  };
}
