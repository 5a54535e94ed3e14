// Assumes that a timer with unref() fires in any case. (When nothing else keeps the program running, it ends first.)
// Fails: calls back once for each call, with null and the value
// Says: Use a timer that keeps the process alive for what your code awaits.
export function makeGet<T>(
  load: (key: string) => Promise<T>,
): (key: string, callback: (error: unknown, value?: T) => void) => void {
  const loading = new Map<string, Promise<T>>();

  return (key, callback) => {
    let value = loading.get(key);
    if (!value) {
      value = load(key);
      loading.set(key, value);
      value.catch(() => loading.delete(key));
    }
    value.then(
      (loaded) => setTimeout(callback, 0, null, loaded).unref(),
      (error) => setTimeout(callback, 0, error).unref(),
    );
  };
}
