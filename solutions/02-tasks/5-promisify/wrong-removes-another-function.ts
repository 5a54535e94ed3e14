// Removes a function that looks the same, and was never added.
// Fails: leaves no listener of its own, and all of others
// Says: remove both of your own, and no others
import type { EventEmitter } from 'node:events';

type Callback = (error?: unknown, ...results: unknown[]) => void;

export function promisify(f: (...args: [...unknown[], Callback]) => void) {
  return function (this: unknown, ...args: unknown[]) {
    return new Promise<unknown[]>((resolve, reject) => {
      const callback: Callback = (error, ...results) => (error ? reject(error) : resolve(results));
      f.call(this, ...args, callback);
    });
  };
}

export function nextEvent(emitter: EventEmitter, name: string): Promise<unknown[]> {
  return new Promise((resolve, reject) => {
    emitter.once(name, (...args) => {
      emitter.off('error', (error) => reject(error));
      resolve(args);
    });
    emitter.once('error', (error) => {
      emitter.off(name, (...args) => resolve(args));
      reject(error);
    });
  });
}
