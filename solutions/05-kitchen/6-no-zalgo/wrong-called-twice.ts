// The catch at the end of a chain is for the failures of the load.
// Fails: lets the error of a callback out, and calls each callback once all the same
// Says: callback 1 was called 2 times
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
    value.then((loaded) => callback(null, loaded)).catch((error) => callback(error));
  };
}
