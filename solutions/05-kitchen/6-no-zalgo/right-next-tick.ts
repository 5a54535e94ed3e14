// Stores the promises, and calls back with process.nextTick.
export function makeGet<T>(
  load: (key: string) => Promise<T>,
): (key: string, callback: (error: unknown, value?: T) => void) => void {
  const cache = new Map<string, Promise<T>>();

  const fetch = (key: string) => {
    const fresh = load(key).catch((error) => {
      cache.delete(key);
      throw error;
    });
    cache.set(key, fresh);
    return fresh;
  };

  return (key, callback) => {
    (cache.get(key) ?? fetch(key)).then(
      (value) => process.nextTick(callback, null, value),
      (error) => process.nextTick(callback, error),
    );
  };
}
