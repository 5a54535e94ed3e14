// Takes two keys for one when they differ only in blanks or capital letters.
// Fails: loads a key once, for calls of get during the load and for later ones
// Says: one that differs from another only in a blank or a capital letter
export function makeGet<T>(
  load: (key: string) => Promise<T>,
): (key: string, callback: (error: unknown, value?: T) => void) => void {
  const loads = new Map<string, Promise<T>>();
  return (key, callback) => {
    const id = key.toLowerCase().trim();
    let loading = loads.get(id);
    if (!loading) {
      loading = load(key);
      loads.set(id, loading);
      loading.then(null, () => loads.delete(id));
    }
    loading.then(
      (loaded) => callback(null, loaded),
      (error) => callback(error),
    );
  };
}
