// Values in one map, and the waiting callbacks of each key in another.
type Callback<T> = (error: unknown, value?: T) => void;

export function makeGet<T>(
  load: (key: string) => Promise<T>,
): (key: string, callback: (error: unknown, value?: T) => void) => void {
  const values = new Map<string, T>();
  const waiting = new Map<string, Callback<T>[]>();

  const tellAll = (key: string, ...result: Parameters<Callback<T>>) => {
    const callbacks = waiting.get(key) ?? [];
    waiting.delete(key);
    for (const callback of callbacks) setImmediate(callback, ...result);
  };

  return (key, callback) => {
    if (values.has(key)) {
      setImmediate(callback, null, values.get(key));
      return;
    }
    const callbacks = waiting.get(key);
    if (callbacks) {
      callbacks.push(callback);
      return;
    }
    waiting.set(key, [callback]);
    load(key).then(
      (value) => {
        values.set(key, value);
        tellAll(key, null, value);
      },
      (error) => tellAll(key, error),
    );
  };
}
