// With util.callbackify, around an async function that loads each key once.
import { callbackify } from 'node:util';

export function makeGet<T>(
  load: (key: string) => Promise<T>,
): (key: string, callback: (error: unknown, value?: T) => void) => void {
  const loads = new Map<string, Promise<T>>();

  const once = (key: string) => {
    const known = loads.get(key);
    if (known) return known;
    const fresh = load(key);
    loads.set(key, fresh);
    fresh.catch(() => loads.delete(key));
    return fresh;
  };

  const get = callbackify(once);
  return (key, callback) =>
    get(key, (error, value) => (error ? callback(error) : callback(null, value)));
}
