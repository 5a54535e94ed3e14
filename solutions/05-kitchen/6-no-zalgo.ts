/**
 * Makes a `get` that hands over the value of a key by calling back.
 *
 * - `get` gives control back before its callback is called, whether the value is there already or not.
 * - The callback is called once: with `null` and the value.
 * - A key is loaded once, for those who ask while it is loading and for those who ask later; so it is
 *   when its value is `undefined`.
 * - When `load` fails, each who has asked gets the failure as the first argument. It is not kept: for
 *   whoever asks later the key is loaded anew.
 * - What a callback throws is not swallowed, does not have it called once more, and keeps nobody else
 *   from being called.
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
      // Only a failure is forgotten. It has a listener in every get below; this one only clears up.
      value.catch(() => loading.delete(key));
    }
    // Two functions in one then, and not a then and a catch: the catch would hear the callback's bugs too.
    value.then(
      (loaded) => callback(null, loaded),
      (error) => callback(error),
    );
  };
}
