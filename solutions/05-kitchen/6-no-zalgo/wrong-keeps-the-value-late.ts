// Keeps the value when all callbacks have been called: one that asks again loads again.
// Fails: loads a key once, for calls of get during the load and for later ones
// Says: is its value kept by then?

type Callback<T> = (error: unknown, value?: T) => void;

export function makeGet<T>(
  load: (key: string) => Promise<T>,
): (key: string, callback: Callback<T>) => void {
  const values = new Map<string, T>();
  const waiting = new Map<string, Callback<T>[]>();
  return (key, callback) => {
    if (values.has(key)) return queueMicrotask(() => callback(null, values.get(key)));
    const list = waiting.get(key);
    if (list) return void list.push(callback);
    const all = [callback];
    waiting.set(key, all);
    const tellAll = (...result: Parameters<Callback<T>>) => {
      waiting.delete(key);
      for (const one of all) queueMicrotask(() => one(...result));
    };
    load(key).then(
      (value) => {
        tellAll(null, value);
        queueMicrotask(() => values.set(key, value));
      },
      (error) => tellAll(error),
    );
  };
}
