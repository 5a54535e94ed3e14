// Puts the arguments together with concat, which flattens a value that is a list.
// Fails: keeps undefined like any other value
// Says: The value is passed on as it is
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
      loading.then(null, () => loads.delete(key));
    }
    loading.then(
      (loaded) => callback(...(([null] as unknown[]).concat(loaded) as [unknown, T])),
      (error) => callback(error),
    );
  };
}
