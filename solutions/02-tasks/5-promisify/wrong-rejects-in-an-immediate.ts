// Rejects in a later event-loop iteration, so that the caller has time to attach a handler. (They have it anyway.)
// Fails: lets the first callback or throw decide
// Fails: keeps calls apart
// Says: expected "rejected with 'no disk'"
import { type EventEmitter, once } from 'node:events';

type Callback = (error?: unknown, ...results: unknown[]) => void;

export function promisify(f: (...args: [...unknown[], Callback]) => void) {
  return function (this: unknown, ...args: unknown[]) {
    return new Promise<unknown[]>((resolve, reject) => {
      const callback: Callback = (error, ...results) => {
        if (error) setImmediate(reject, error);
        else resolve(results);
      };
      f.call(this, ...args, callback);
    });
  };
}

export const nextEvent = (emitter: EventEmitter, name: string) => once(emitter, name);
