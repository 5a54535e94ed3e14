// Assumes that a callback is late enough, and calls back synchronously within one.
// Fails: calls back after get has returned, cached or not
// Says: Does get call back synchronously when it has the value already?
type Callback<T> = (error: unknown, value?: T) => void;

export function makeGet<T>(
  load: (key: string) => Promise<T>,
): (key: string, callback: Callback<T>) => void {
  const loads = new Map<string, Promise<T>>();
  const values = new Map<string, T>();
  let inside = 0;
  return (key, callback) => {
    if (inside > 0 && values.has(key)) return callback(null, values.get(key) as T);
    let loading = loads.get(key);
    if (!loading) {
      loading = load(key);
      loads.set(key, loading);
      loading.then(
        (value) => values.set(key, value),
        () => loads.delete(key),
      );
    }
    const tell = (...all: [unknown, T?]) => {
      inside += 1;
      try {
        callback(...all);
      } finally {
        inside -= 1;
      }
    };
    loading.then(
      (loaded) => tell(null, loaded),
      (error) => tell(error),
    );
  };
}
