// Passes the value as the first argument.
// Fails: calls back once for each call, with null and the value
// Fails: loads a key once, for calls of get during the load and for later ones
// Fails: keeps undefined like any other value
// Fails: calls back with the error when load rejects, and does not keep the error
// Says: A callback gets two arguments: the error, which is null when there is none, and the value.
export function makeGet<T>(
  load: (key: string) => Promise<T>,
): (key: string, callback: (error: unknown, value?: T) => void) => void {
  const loading = new Map<string, Promise<T>>();

  return (key, callback) => {
    let value = loading.get(key);
    if (!value) {
      value = load(key);
      loading.set(key, value);
      value.catch(() => loading.delete(key));
    }
    value.then(
      (loaded) => callback(loaded),
      (error) => callback(error),
    );
  };
}
