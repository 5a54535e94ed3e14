// get is an async function that awaits the value and calls back.
export function makeGet<T>(
  load: (key: string) => Promise<T>,
): (key: string, callback: (error: unknown, value?: T) => void) => void {
  const loads = new Map<string, Promise<T>>();

  return async (key, callback) => {
    const loading = loads.get(key) ?? load(key);
    loads.set(key, loading);
    let value: T;
    try {
      value = await loading;
    } catch (error) {
      if (loads.get(key) === loading) loads.delete(key);
      callback(error);
      return;
    }
    callback(null, value);
  };
}
