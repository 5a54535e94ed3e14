// Removes the load that rejected when the callback has returned: a callback that asks again gets the old error.
// Fails: calls back with the error when load rejects, and does not keep the error
// Says: The other two ask after that, so they get the value of a second load.
type Callback<T> = (error: unknown, value?: T) => void;

export function makeGet<T>(
  load: (key: string) => Promise<T>,
): (key: string, callback: Callback<T>) => void {
  const loads = new Map<string, Promise<T>>();
  return (key, callback) => {
    const loading = loads.get(key) ?? load(key);
    loads.set(key, loading);
    loading.then(
      (loaded) => callback(null, loaded),
      (error) => {
        try {
          callback(error);
        } finally {
          if (loads.get(key) === loading) loads.delete(key);
        }
      },
    );
  };
}
