// Keeps the last two keys only.
// Fails: loads a key once, for calls of get during the load and for later ones
// Fails: calls back as soon as the load has settled or get has returned, whatever other keys do
// Says: every value is kept
type Callback<T> = (error: unknown, value?: T) => void;

export function makeGet<T>(
  load: (key: string) => Promise<T>,
): (key: string, callback: Callback<T>) => void {
  const loads = new Map<string, Promise<T>>();

  return (key, callback) => {
    const loading = loads.get(key) ?? load(key);
    loads.set(key, loading);
    for (const oldest of [...loads.keys()].slice(0, -2)) loads.delete(oldest);
    loading.then(
      (value) => callback(null, value),
      (error) => {
        if (loads.get(key) === loading) loads.delete(key);
        callback(error);
      },
    );
  };
}
