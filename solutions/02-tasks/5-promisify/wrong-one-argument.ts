// Assumes that f has one argument before the callback.
// Fails: calls f once, synchronously, for each call of the new function
// Fails: passes this and all arguments to f, and then the callback
// Fails: fulfils with the list of all results when the callback gets no error
// Fails: rejects with the error that the callback gets
// Fails: takes a callback that is called synchronously
// Fails: lets the first callback or throw decide
// Fails: keeps calls apart
// Says: callback is not a function
import { type EventEmitter, once } from 'node:events';

type Callback = (error?: unknown, ...results: unknown[]) => void;

export function promisify(f: (argument: unknown, callback: Callback) => void) {
  return function (this: unknown, argument: unknown) {
    return new Promise<unknown[]>((resolve, reject) => {
      const callback: Callback = (error, ...results) => (error ? reject(error) : resolve(results));
      f.call(this, argument, callback);
    });
  };
}

export const nextEvent = (emitter: EventEmitter, name: string) => once(emitter, name);
