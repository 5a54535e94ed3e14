// Assumes that a callback without an error gets null. (It may get undefined, or nothing.)
// Fails: fulfils with the list of all results when the callback gets no error
// Says: null or undefined as the first argument of a callback means: no error
import { type EventEmitter, once } from 'node:events';

type Callback = (error?: unknown, ...results: unknown[]) => void;

export function promisify(f: (...args: [...unknown[], Callback]) => void) {
  return function (this: unknown, ...args: unknown[]) {
    return new Promise<unknown[]>((resolve, reject) => {
      const callback: Callback = (error, ...results) =>
        error === null ? resolve(results) : reject(error);
      f.call(this, ...args, callback);
    });
  };
}

export const nextEvent = (emitter: EventEmitter, name: string) => once(emitter, name);
