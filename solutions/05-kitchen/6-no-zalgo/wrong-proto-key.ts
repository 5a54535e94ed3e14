// Assumes that Object.hasOwn makes a plain object a Map. (Setting '__proto__' sets its prototype.)
// Fails: loads a key once, for calls of get during the load and for later ones
// Says: one that is a property of every object, such as '__proto__'
type Callback<T> = (error: unknown, value?: T) => void;

export function makeGet<T>(
  load: (key: string) => Promise<T>,
): (key: string, callback: Callback<T>) => void {
  const loads: Record<string, Promise<T>> = {};

  return (key, callback) => {
    const loading = Object.hasOwn(loads, key) && loads[key] ? loads[key] : load(key);
    loads[key] = loading;
    loading.then(
      (value) => callback(null, value),
      (error) => {
        if (loads[key] === loading) delete loads[key];
        callback(error);
      },
    );
  };
}
