// Looks for results first, and for an error only when there is none.
// Fails: rejects with the error that the callback gets
// Says: It fulfilled with [ 'half of the text' ] at 23 ms; expected a rejection
import { type EventEmitter, once } from 'node:events';

type Callback = (error?: unknown, ...results: unknown[]) => void;

export function promisify(f: (...args: [...unknown[], Callback]) => void) {
  return function (this: unknown, ...args: unknown[]) {
    return new Promise<unknown[]>((resolve, reject) => {
      const callback: Callback = (error, ...results) => {
        if (results.length > 0 || !error) resolve(results);
        else reject(error);
      };
      f.call(this, ...args, callback);
    });
  };
}

export const nextEvent = (emitter: EventEmitter, name: string) => once(emitter, name);
