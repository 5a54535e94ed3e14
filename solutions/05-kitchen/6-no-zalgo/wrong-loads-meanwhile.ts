// Keeps only values, so every call of get before the first value starts another load.
// Fails: loads a key once, for calls of get during the load and for later ones
// Fails: keeps undefined like any other value
// Fails: calls back with the error when load rejects, and does not keep the error
// Fails: does not catch what a callback throws, and still calls each callback once
// Fails: calls back as soon as the load has settled or get has returned, whatever other keys do
// Says: 'page' was started 2 times, at 0 and 0 ms; expected once.
export function makeGet<T>(
  load: (key: string) => Promise<T>,
): (key: string, callback: (error: unknown, value?: T) => void) => void {
  const values = new Map<string, T>();

  return async (key, callback) => {
    await null;
    if (values.has(key)) {
      callback(null, values.get(key));
      return;
    }
    load(key).then(
      (value) => {
        values.set(key, value);
        callback(null, value);
      },
      (error) => callback(error),
    );
  };
}
