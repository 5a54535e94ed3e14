// Loads a key again after its first failure only.
// Fails: calls back with the error when load rejects, and does not keep the error
// Says: An error is never kept, however often a key fails.
export function makeGet<T>(
  load: (key: string) => Promise<T>,
): (key: string, callback: (error: unknown, value?: T) => void) => void {
  const loads = new Map<string, Promise<T>>();
  const failed = new Set<string>();
  return (key, callback) => {
    let loading = loads.get(key);
    if (!loading) {
      loading = load(key);
      loads.set(key, loading);
      loading.then(null, () => {
        if (!failed.has(key)) loads.delete(key);
        failed.add(key);
      });
    }
    loading.then(
      (loaded) => callback(null, loaded),
      (error) => callback(error),
    );
  };
}
