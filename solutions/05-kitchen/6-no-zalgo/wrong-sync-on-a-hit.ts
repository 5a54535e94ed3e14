// Calls back synchronously when the value has been loaded already.
// Fails: calls back after get has returned, cached or not
// Fails: does not catch what a callback throws, and still calls each callback once
// Says: Does get call back synchronously when it has the value already?
export function makeGet<T>(
  load: (key: string) => Promise<T>,
): (key: string, callback: (error: unknown, value?: T) => void) => void {
  const values = new Map<string, T>();
  const loading = new Map<string, Promise<T>>();

  return (key, callback) => {
    if (values.has(key)) {
      callback(null, values.get(key));
      return;
    }
    let page = loading.get(key);
    if (!page) {
      page = load(key);
      loading.set(key, page);
      page.catch(() => loading.delete(key));
    }
    page.then(
      (value) => {
        values.set(key, value);
        callback(null, value);
      },
      (error) => callback(error),
    );
  };
}
