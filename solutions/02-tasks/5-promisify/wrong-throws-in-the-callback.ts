// Throws the error inside the callback. (That goes to the code which calls the callback.)
// Fails: rejects with the error that the callback gets
// Fails: lets the first callback or throw decide
// Fails: keeps calls apart
// Says: At 23 ms there was an unhandled rejection
import { type EventEmitter, once } from 'node:events';

type Callback = (error?: unknown, ...results: unknown[]) => void;

export function promisify(f: (...args: [...unknown[], Callback]) => void) {
  return function (this: unknown, ...args: unknown[]) {
    return new Promise<unknown[]>((resolve) => {
      const callback: Callback = (error, ...results) => {
        if (error) throw error;
        resolve(results);
      };
      f.call(this, ...args, callback);
    });
  };
}

export const nextEvent = (emitter: EventEmitter, name: string) => once(emitter, name);
