// Rejects a call while f runs. (It stays so after a throw.)
// Fails: calls f once, synchronously, for each call of the new function
// Fails: keeps calls apart
// Says: Each call of the new function calls f
import { type EventEmitter, once } from 'node:events';

type Callback = (error?: unknown, ...results: unknown[]) => void;

export function promisify(f: (...args: [...unknown[], Callback]) => void) {
  let isBusy = false;
  return function (this: unknown, ...args: unknown[]) {
    return new Promise<unknown[]>((resolve, reject) => {
      if (isBusy) throw new Error('f is busy');
      isBusy = true;
      const callback: Callback = (error, ...results) => (error ? reject(error) : resolve(results));
      f.call(this, ...args, callback);
      isBusy = false;
    });
  };
}

export const nextEvent = (emitter: EventEmitter, name: string) => once(emitter, name);
