// Puts the callback where the last parameter of f is. (A call may have fewer arguments, or more.)
// Fails: passes this and all arguments to f, and then the callback
// Says: f gets what the new function gets
import { type EventEmitter, once } from 'node:events';

type Callback = (error?: unknown, ...results: unknown[]) => void;

export function promisify(f: (...args: [...unknown[], Callback]) => void) {
  return function (this: unknown, ...args: unknown[]) {
    return new Promise<unknown[]>((resolve, reject) => {
      const all = [...args];
      all[Math.max(f.length, 1) - 1] = (error?: unknown, ...results: unknown[]) => {
        if (error) reject(error);
        else resolve(results);
      };
      Reflect.apply(f, this, all);
    });
  };
}

export const nextEvent = (emitter: EventEmitter, name: string) => once(emitter, name);
