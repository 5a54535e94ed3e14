// Calls finally, and attaches no handler to the promise that it returns.
// Fails: calls back with the error when load rejects, and does not keep the error
// Fails: does not catch what a callback throws, and still calls each callback once
// Fails: does not wait for a promise that a callback returns
// Says: then(), finally() and a call of an async function each return a new promise, which rejects too.
type Callback<T> = (error: unknown, value?: T) => void;

export function makeGet<T>(
  load: (key: string) => Promise<T>,
): (key: string, callback: Callback<T>) => void {
  const loads = new Map<string, Promise<T>>();
  return (key, callback) => {
    let loading = loads.get(key);
    if (!loading) {
      loading = load(key);
      loads.set(key, loading);
      loading.finally(() => undefined);
      loading.then(null, () => loads.delete(key));
    }
    loading.then(
      (loaded) => callback(null, loaded),
      (error) => callback(error),
    );
  };
}
