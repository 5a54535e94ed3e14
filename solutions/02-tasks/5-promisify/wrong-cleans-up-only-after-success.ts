// Removes its listeners only when the event has come.
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
    const take = (...args: unknown[]) => {
      emitter.off('error', reject);
      resolve(args);
    };
    emitter.once(name, take);
    emitter.once('error', reject);
  });
}
