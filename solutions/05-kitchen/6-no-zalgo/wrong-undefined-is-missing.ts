// Assumes that a value of undefined has not been loaded. (It may be the value that was loaded.)
// Fails: keeps undefined like any other value
// Says: 'page' was started 2 times, at 0 and 50 ms; expected once.
export function makeGet<T>(
  load: (key: string) => Promise<T>,
): (key: string, callback: (error: unknown, value?: T) => void) => void {
  const values = new Map<string, T>();
  const loading = new Map<string, Promise<T>>();

  return (key, callback) => {
    const known = values.get(key);
    if (known !== undefined) {
      queueMicrotask(() => callback(null, known));
      return;
    }
    let page = loading.get(key);
    if (!page) {
      page = load(key);
      loading.set(key, page);
      page.then(
        (value) => values.set(key, value),
        () => {},
      );
      page.finally(() => loading.delete(key)).catch(() => {});
    }
    page.then(
      (value) => callback(null, value),
      (error) => callback(error),
    );
  };
}
