// Somebody is loading it already: there is nothing left to do.
// Fails: calls back once, with null and the value
// Fails: loads a key once, for those who ask meanwhile and those who ask later
// Fails: keeps undefined like any other value
// Fails: tells all who asked of a failure, and does not keep it
// Fails: lets the error of a callback out, and calls each callback once all the same
// Says: callback 2 was never called; expected 1 time. Whoever asks must be told
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
