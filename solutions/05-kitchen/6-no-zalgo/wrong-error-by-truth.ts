// Passes [error, value] on, and tests the error itself: a load that rejects with undefined is kept.
// Fails: calls back with the error when load rejects, and does not keep the error
// Says: 'page' failed at 30 ms, and was not started again.
type Callback<T> = (error: unknown, value?: T) => void;

export function makeGet<T>(
  load: (key: string) => Promise<T>,
): (key: string, callback: Callback<T>) => void {
  const loads = new Map<string, Promise<[unknown, T?]>>();
  return (key, callback) => {
    let loading = loads.get(key);
    if (!loading) {
      loading = load(key).then(
        (value): [unknown, T?] => [null, value],
        (error): [unknown, T?] => [error],
      );
      loads.set(key, loading);
      const mine = loading;
      mine.then(([error]) => {
        if (error && loads.get(key) === mine) loads.delete(key);
      });
    }
    loading.then(([error, value]) => (error ? callback(error) : callback(null, value)));
  };
}
