// What stands in a try is tried, and what is caught is the failure of the load.
// Fails: lets the error of a callback out, and calls each callback once all the same
// Says: callback 1 was called 2 times
export function makeGet<T>(
  load: (key: string) => Promise<T>,
): (key: string, callback: (error: unknown, value?: T) => void) => void {
  const loading = new Map<string, Promise<T>>();

  return async (key, callback) => {
    let value = loading.get(key);
    if (!value) {
      value = load(key);
      loading.set(key, value);
      value.catch(() => loading.delete(key));
    }
    try {
      callback(null, await value);
    } catch (error) {
      callback(error);
    }
  };
}
