// Calls all waiting callbacks in one loop when the load rejects: the first one that throws ends the loop.
// Fails: does not catch what a callback throws, and still calls each callback once
// Says: Does one loop call all callbacks?
type Callback<T> = (error: unknown, value?: T) => void;

export function makeGet<T>(
  load: (key: string) => Promise<T>,
): (key: string, callback: Callback<T>) => void {
  const values = new Map<string, T>();
  const waiting = new Map<string, Callback<T>[]>();

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
    load(key).then(
      (value) => {
        waiting.delete(key);
        values.set(key, value);
        for (const each of all) queueMicrotask(() => each(null, value));
      },
      (error) => {
        waiting.delete(key);
        for (const each of all) each(error);
      },
    );
  };
}
