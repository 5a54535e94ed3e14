// One promise is enough to know whether it is loading.
// Fails: loads a key once, for those who ask meanwhile and those who ask later
// Says: picture was never started
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
