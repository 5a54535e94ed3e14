// Attaches a handler only for the value, so the callback is not called when the load rejects.
// Fails: calls back with the error when load rejects, and does not keep the error
// Fails: does not catch what a callback throws, and still calls each callback once
// Fails: does not wait for a promise that a callback returns
// Says: 'page' failed at 30 ms. Was this callback waiting for that?
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
    value.then((loaded) => callback(null, loaded));
  };
}
