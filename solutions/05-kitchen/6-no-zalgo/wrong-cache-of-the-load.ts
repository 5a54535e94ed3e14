// Keeps the loads by the function load, in a WeakMap of the module.
// Fails: shares nothing with the get of another call of makeGet
// Says: Does your code keep anything outside of makeGet?
const caches = new WeakMap<object, Map<string, Promise<unknown>>>();

export function makeGet<T>(
  load: (key: string) => Promise<T>,
): (key: string, callback: (error: unknown, value?: T) => void) => void {
  const loads = caches.get(load) ?? new Map<string, Promise<unknown>>();
  caches.set(load, loads);
  return (key, callback) => {
    let loading = loads.get(key) as Promise<T> | undefined;
    if (!loading) {
      loading = load(key);
      loads.set(key, loading);
      loading.then(null, () => loads.delete(key));
    }
    loading.then(
      (loaded) => callback(null, loaded),
      (error) => callback(error),
    );
  };
}
