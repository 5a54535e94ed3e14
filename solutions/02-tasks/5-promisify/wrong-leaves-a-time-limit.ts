// Rejects after ten seconds, and never clears that timer.
// Fails: calls f once, synchronously, for each call of the new function
// Fails: passes this and all arguments to f, and then the callback
// Fails: fulfils with the list of all results when the callback gets no error
// Fails: rejects with the error that the callback gets
// Fails: rejects with what f throws
// Fails: takes a callback that is called synchronously
// Fails: lets the first callback or throw decide
// Fails: keeps calls apart
// Says: clear one that you do not need
import { type EventEmitter, once } from 'node:events';

type Callback = (error?: unknown, ...results: unknown[]) => void;

export function promisify(f: (...args: [...unknown[], Callback]) => void) {
  return function (this: unknown, ...args: unknown[]) {
    return new Promise<unknown[]>((resolve, reject) => {
      setTimeout(() => reject(new Error('no answer')), 10_000);
      const callback: Callback = (error, ...results) => (error ? reject(error) : resolve(results));
      f.call(this, ...args, callback);
    });
  };
}

export const nextEvent = (emitter: EventEmitter, name: string) => once(emitter, name);
