// Keeps the loads in the module, so every get shares them.
// Fails: shares nothing with the get of another call of makeGet
// Fails: calls back once for each call, with null and the value
// Fails: loads a key once, for calls of get during the load and for later ones
// Fails: keeps undefined like any other value
// Fails: calls back with the error when load rejects, and does not keep the error
// Fails: does not catch what a callback throws, and still calls each callback once
// Says: Does your code keep anything outside of makeGet?
const loads = new Map<string, Promise<unknown>>();

export function makeGet<T>(
  load: (key: string) => Promise<T>,
): (key: string, callback: (error: unknown, value?: T) => void) => void {
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
