// Stores the promise even when it has rejected.
// Fails: calls back with the error when load rejects, and does not keep the error
// Fails: does not catch what a callback throws, and still calls each callback once
// Says: Is its promise kept? A rejected promise stays rejected.
export function makeGet<T>(
  load: (key: string) => Promise<T>,
): (key: string, callback: (error: unknown, value?: T) => void) => void {
  const loading = new Map<string, Promise<T>>();

  return (key, callback) => {
    let value = loading.get(key);
    if (!value) {
      value = load(key);
      loading.set(key, value);
    }
    value.then(
      (loaded) => callback(null, loaded),
      (error) => callback(error),
    );
  };
}
