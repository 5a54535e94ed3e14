// Keeps one promise for all keys.
// Fails: loads a key once, for calls of get during the load and for later ones
// Fails: calls back with the error when load rejects, and does not keep the error
// Fails: calls back as soon as the load has settled or get has returned, whatever other keys do
// Says: 'constructor' was never started
export function makeGet<T>(
  load: (key: string) => Promise<T>,
): (key: string, callback: (error: unknown, value?: T) => void) => void {
  let loading: Promise<T> | undefined;

  return (key, callback) => {
    if (!loading) {
      loading = load(key);
      loading.catch(() => {
        loading = undefined;
      });
    }
    loading.then(
      (value) => callback(null, value),
      (error) => callback(error),
    );
  };
}
