// Attaches its handlers in an immediate: a load that has rejected by then is an unhandled rejection.
// Fails: calls back with the error when load rejects, and does not keep the error
// Says: rejected at 0 ms, and handled too late
type Callback<T> = (error: unknown, value?: T) => void;

export function makeGet<T>(
  load: (key: string) => Promise<T>,
): (key: string, callback: Callback<T>) => void {
  const loads = new Map<string, Promise<T>>();
  return (key, callback) => {
    const loading = loads.get(key) ?? load(key);
    loads.set(key, loading);
    setImmediate(() =>
      loading.then(
        (loaded) => callback(null, loaded),
        (error) => {
          if (loads.get(key) === loading) loads.delete(key);
          callback(error);
        },
      ),
    );
  };
}
