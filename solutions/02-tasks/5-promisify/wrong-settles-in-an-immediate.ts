// Settles in a later event-loop iteration, to be safe. (A promise never calls a handler synchronously.)
// Fails: fulfils with the list of all results when the callback gets no error
// Fails: lets the first callback or throw decide
// Fails: keeps calls apart
// Says: A promise calls its handlers as soon as it settles, and needs no timer
import { type EventEmitter, once } from 'node:events';

type Callback = (error?: unknown, ...results: unknown[]) => void;

export function promisify(f: (...args: [...unknown[], Callback]) => void) {
  return function (this: unknown, ...args: unknown[]) {
    return new Promise<unknown[]>((resolve, reject) => {
      const callback: Callback = (error, ...results) => {
        setImmediate(() => (error ? reject(error) : resolve(results)));
      };
      f.call(this, ...args, callback);
    });
  };
}

export const nextEvent = (emitter: EventEmitter, name: string) => once(emitter, name);
