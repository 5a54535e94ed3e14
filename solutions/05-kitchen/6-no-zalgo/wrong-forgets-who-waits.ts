// Returns early while the key is loading, so the callback of that call is lost.
// Fails: calls back once for each call, with null and the value
// Fails: loads a key once, for calls of get during the load and for later ones
// Fails: keeps undefined like any other value
// Fails: calls back with the error when load rejects, and does not keep the error
// Fails: does not catch what a callback throws, and still calls each callback once
// Fails: does not wait for a promise that a callback returns
// Says: Was the work already running when this callback was passed in?
export function makeGet<T>(
  load: (key: string) => Promise<T>,
): (key: string, callback: (error: unknown, value?: T) => void) => void {
  const values = new Map<string, T>();
  const loading = new Set<string>();

  return (key, callback) => {
    if (values.has(key)) {
      queueMicrotask(() => callback(null, values.get(key)));
      return;
    }
    if (loading.has(key)) return;
    loading.add(key);
    load(key)
      .finally(() => loading.delete(key))
      .then(
        (value) => {
          values.set(key, value);
          callback(null, value);
        },
        (error) => callback(error),
      );
  };
}
