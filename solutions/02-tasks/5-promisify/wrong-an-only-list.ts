// Takes a result that is a list for the list of results.
// Fails: fulfils with the list of all results when the callback gets no error
// Says: the value is the list of all results, as they are
import { type EventEmitter, once } from 'node:events';

type Callback = (error?: unknown, ...results: unknown[]) => void;

export function promisify(f: (...args: [...unknown[], Callback]) => void) {
  return function (this: unknown, ...args: unknown[]) {
    return new Promise<unknown>((resolve, reject) => {
      const callback: Callback = (error, ...results) => {
        const [first] = results;
        if (error) reject(error);
        else if (results.length === 1 && Array.isArray(first)) resolve(first);
        else resolve(results);
      };
      f.call(this, ...args, callback);
    });
  };
}

export const nextEvent = (emitter: EventEmitter, name: string) => once(emitter, name);
