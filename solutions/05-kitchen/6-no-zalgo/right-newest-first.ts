// Those who wait are on a stack, and the newest one is called first.
type Callback<T> = (error: unknown, value?: T) => void;

export function makeGet<T>(
  load: (key: string) => Promise<T>,
): (key: string, callback: Callback<T>) => void {
  const values = new Map<string, T>();
  const stacks = new Map<string, Callback<T>[]>();

  return (key, callback) => {
    if (values.has(key)) return setImmediate(callback, null, values.get(key));
    const stack = stacks.get(key);
    if (stack) return stack.unshift(callback);
    const all = [callback];
    stacks.set(key, all);
    const tellAll = (...result: Parameters<Callback<T>>) => {
      stacks.delete(key);
      for (const next of all) setImmediate(next, ...result);
    };
    load(key).then((value) => {
      values.set(key, value);
      tellAll(null, value);
    }, tellAll);
  };
}
