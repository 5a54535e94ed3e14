// Calls all waiting callbacks in one loop: when one throws, the others are not called.
// Fails: does not catch what a callback throws, and still calls each callback once
// Says: Does one loop call all callbacks?
export function makeGet<T>(
  load: (key: string) => Promise<T>,
): (key: string, callback: (error: unknown, value?: T) => void) => void {
  const values = new Map<string, T>();
  const waiting = new Map<string, ((error: unknown, value?: T) => void)[]>();

  return (key, callback) => {
    if (values.has(key)) {
      queueMicrotask(() => callback(null, values.get(key)));
      return;
    }
    const callbacks = waiting.get(key);
    if (callbacks) {
      callbacks.push(callback);
      return;
    }
    const all = [callback];
    waiting.set(key, all);
    load(key)
      .finally(() => waiting.delete(key))
      .then(
        (value) => {
          values.set(key, value);
          for (const each of all) each(null, value);
        },
        (error) => {
          for (const each of all) each(error);
        },
      );
  };
}
