// Keeps the results of all calls in one place, until the promise is read.
// Fails: lets the first callback or throw decide
// Fails: keeps calls apart
// Says: The first of these decides
import { type EventEmitter, once } from 'node:events';

type Callback = (error?: unknown, ...results: unknown[]) => void;

export function promisify(f: (...args: [...unknown[], Callback]) => void) {
  let last: unknown[] = [];
  return function (this: unknown, ...args: unknown[]) {
    return new Promise<void>((resolve, reject) => {
      const callback: Callback = (error, ...results) => {
        if (error) return reject(error);
        last = results;
        resolve();
      };
      f.call(this, ...args, callback);
    }).then(() => last);
  };
}

export const nextEvent = (emitter: EventEmitter, name: string) => once(emitter, name);
