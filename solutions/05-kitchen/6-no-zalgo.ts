/**
 * Returns a function `get` that loads the value of a key, and passes it to a callback.
 *
 * - `get` returns before its callback is called, whether the key has been loaded before or not.
 * - Calls the callback once, with `null` and the value.
 * - Loads a key once, for calls of `get` during the load and for later ones.
 * - Keeps `undefined` like any other value.
 * - When `load` rejects, calls every waiting callback with the error as the first argument. Does not keep
 *   the error: the next call of `get` loads the key again.
 * - Does not catch what a callback throws, and still calls every callback once, that one and the others.
 */
export function makeGet<T>(
  load: (key: string) => Promise<T>,
): (key: string, callback: (error: unknown, value?: T) => void) => void {
  const loading = new Map<string, Promise<T>>();

  return (key, callback) => {
    let value = loading.get(key);
    if (!value) {
      value = load(key);
      loading.set(key, value);
      // Only an error is not kept. Each get below attaches a handler for it; this one only removes it.
      value.catch(() => loading.delete(key));
    }
    // One then with two functions: a catch after it would also get what the callback throws.
    value.then(
      (loaded) => callback(null, loaded),
      (error) => callback(error),
    );
  };
}
