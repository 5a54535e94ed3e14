// Takes a function that comes last for an old callback, and drops it. (It is an argument of f.)
// Fails: passes this and all arguments to f, and then the callback
// Says: The callback comes after them, however many they are
import { type EventEmitter, once } from 'node:events';

type Callback = (error?: unknown, ...results: unknown[]) => void;

export function promisify(f: (...args: [...unknown[], Callback]) => void) {
  return function (this: unknown, ...args: unknown[]) {
    const own = typeof args.at(-1) === 'function' ? args.slice(0, -1) : args;
    return new Promise<unknown[]>((resolve, reject) => {
      const callback: Callback = (error, ...results) => (error ? reject(error) : resolve(results));
      f.call(this, ...own, callback);
    });
  };
}

export const nextEvent = (emitter: EventEmitter, name: string) => once(emitter, name);
