// Removes the promise when the load has ended, even when it has fulfilled.
// Fails: loads a key once, for calls of get during the load and for later ones
// Fails: keeps undefined like any other value
// Fails: does not catch what a callback throws, and still calls each callback once
// Fails: calls back as soon as the load has settled or get has returned, whatever other keys do
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
