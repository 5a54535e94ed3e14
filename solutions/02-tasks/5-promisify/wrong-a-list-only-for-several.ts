// Makes a list only when there are several results. (So the caller cannot know what they get.)
// Fails: fulfils with the list of all results when the callback gets no error
// Fails: lets the first callback or throw decide
// Fails: keeps calls apart
// Says: the value is the list of all results, as they are
import { type EventEmitter, once } from 'node:events';

type Callback = (error?: unknown, ...results: unknown[]) => void;

export function promisify(f: (...args: [...unknown[], Callback]) => void) {
  return function (this: unknown, ...args: unknown[]) {
    return new Promise<unknown>((resolve, reject) => {
      const callback: Callback = (error, ...results) => {
        if (error) return reject(error);
        resolve(results.length > 1 ? results : results[0]);
      };
      f.call(this, ...args, callback);
    });
  };
}

export const nextEvent = (emitter: EventEmitter, name: string) => once(emitter, name);
