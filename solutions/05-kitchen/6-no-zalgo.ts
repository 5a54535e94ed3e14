/**
 * Returns a function `get` that loads the value of a key, and passes it to a callback.
 *
 * - `get` returns before its callback is called, whether the key has been loaded before or not, and whatever
 *   calls `get`.
 * - Shares nothing with the `get` of another call of `makeGet`.
 * - Calls the callback once for each call, with `null` and the value.
 * - Loads a key once, for calls of `get` during the load and for later ones. Any string is a key of its own.
 * - Keeps `undefined` like any other value.
 * - When `load` rejects, calls every waiting callback with the error as the first argument. Does not keep
 *   the error: the next call of `get` loads the key again.
 * - Does not catch what a callback throws, and still calls every callback once, that one and the others.
 * - Does not wait for a promise that a callback returns.
 * - Calls back when the load settles or, if the value is kept, when `get` has returned: no more than 2 ms
 *   later. No other key delays that.
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
