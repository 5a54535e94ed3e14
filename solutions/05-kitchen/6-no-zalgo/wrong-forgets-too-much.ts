// When the load is over, it is no longer loading.
// Fails: loads a key once, for those who ask meanwhile and those who ask later
// Fails: keeps undefined like any other value
// Says: page was started 2 times (at 0 and 60 ms); expected 1 time.
export function makeGet<T>(
  load: (key: string) => Promise<T>,
): (key: string, callback: (error: unknown, value?: T) => void) => void {
  const loading = new Map<string, Promise<T>>();

  return (key, callback) => {
    let value = loading.get(key);
    if (!value) {
      value = load(key);
      loading.set(key, value);
      value.finally(() => loading.delete(key)).catch(() => {});
    }
    value.then(
      (loaded) => callback(null, loaded),
      (error) => callback(error),
    );
  };
}
