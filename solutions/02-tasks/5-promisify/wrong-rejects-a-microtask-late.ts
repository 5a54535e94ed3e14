// Rejects a microtask after the throw. (A callback that comes before it settles the promise.)
// Fails: lets the first callback or throw decide
// Says: The first of these decides
import { type EventEmitter, once } from 'node:events';

type Callback = (error?: unknown, ...results: unknown[]) => void;

export function promisify(f: (...args: [...unknown[], Callback]) => void) {
  return function (this: unknown, ...args: unknown[]) {
    return new Promise<unknown[]>((resolve, reject) => {
      const callback: Callback = (error, ...results) => (error ? reject(error) : resolve(results));
      try {
        f.call(this, ...args, callback);
      } catch (error) {
        queueMicrotask(() => reject(error));
      }
    });
  };
}

export const nextEvent = (emitter: EventEmitter, name: string) => once(emitter, name);
