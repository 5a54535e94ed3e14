// Throws what the callback has thrown, if it is truthy. (Any value can be thrown.)
// Fails: does not catch what a callback throws, and still calls each callback once
// Says: 'undefined' was thrown by a callback, and caught
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
    const tell = (...all: [unknown, T?]) => {
      let thrown: unknown;
      try {
        callback(...all);
      } catch (error) {
        thrown = error;
      }
      if (thrown) throw thrown;
    };
    loading.then(
      (loaded) => tell(null, loaded),
      (error) => tell(error),
    );
  };
}
