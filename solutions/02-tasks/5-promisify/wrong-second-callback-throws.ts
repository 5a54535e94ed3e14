// Throws when the callback is called again. (That is an error in the code of others, and ends the process.)
// Fails: lets the first callback or throw decide
// Says: callback was already called: rejected at 11 ms, and never handled
import { type EventEmitter, once } from 'node:events';

type Callback = (error?: unknown, ...results: unknown[]) => void;

export function promisify(f: (...args: [...unknown[], Callback]) => void) {
  return function (this: unknown, ...args: unknown[]) {
    return new Promise<unknown[]>((resolve, reject) => {
      let calls = 0;
      const callback: Callback = (error, ...results) => {
        if (++calls > 1) throw new Error('callback was already called');
        if (error) reject(error);
        else resolve(results);
      };
      f.call(this, ...args, callback);
    });
  };
}

export const nextEvent = (emitter: EventEmitter, name: string) => once(emitter, name);
