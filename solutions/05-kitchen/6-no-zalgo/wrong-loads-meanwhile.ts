// What is kept is the value: as long as there is none, it is loaded.
// Fails: loads a key once, for those who ask meanwhile and those who ask later
// Fails: keeps undefined like any other value
// Fails: tells all who asked of a failure, and does not keep it
// Says: page was started 2 times (at 0 and 0 ms); expected 1 time.
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
