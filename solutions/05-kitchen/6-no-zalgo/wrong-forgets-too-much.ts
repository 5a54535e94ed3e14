// Removes the promise when the load has ended, even when it has fulfilled.
// Fails: loads a key once, for calls of get during the load and for later ones
// Fails: keeps undefined like any other value
// Says: 'page' was started 2 times, at 0 and 60 ms; expected once.
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
