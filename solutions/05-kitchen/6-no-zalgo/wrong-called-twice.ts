// Assumes that a catch at the end of the chain gets only the error of the load. (It also gets what the callback throws.)
// Fails: does not catch what a callback throws, and still calls each callback once
// Says: Did a catch take that error, and pass it to the same callback?
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
