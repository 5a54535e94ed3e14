// Ends the chain with a catch, which also takes what the callback throws.
// Fails: does not catch what a callback throws, and still calls each callback once
// Says: An error of a callback is a bug in the callback
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
    value
      .then(
        (loaded) => callback(null, loaded),
        (error) => callback(error),
      )
      .catch(() => {});
  };
}
