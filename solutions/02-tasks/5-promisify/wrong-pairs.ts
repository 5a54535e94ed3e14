// Fulfils with a pair of error and results, and leaves the error to the caller.
// Fails: rejects with the error that the callback gets
// Fails: rejects with what f throws
// Fails: takes a callback that is called synchronously
// Fails: lets the first callback or throw decide
// Fails: keeps calls apart
// Says: a promise that fulfils stands for success: reject
import { type EventEmitter, once } from 'node:events';

type Callback = (error?: unknown, ...results: unknown[]) => void;

export function promisify(f: (...args: [...unknown[], Callback]) => void) {
  return function (this: unknown, ...args: unknown[]) {
    return new Promise<unknown>((resolve) => {
      const callback: Callback = (error, ...results) => resolve(error ? [error, null] : results);
      try {
        f.call(this, ...args, callback);
      } catch (error) {
        resolve([error, null]);
      }
    });
  };
}

export const nextEvent = (emitter: EventEmitter, name: string) => once(emitter, name);
