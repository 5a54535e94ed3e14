// Writes `async` before the executor. (A throw in it rejects a promise that no code has.)
// Fails: rejects with what f throws
// Fails: lets the first callback or throw decide
// Fails: keeps calls apart
// Says: At 0 ms there was an unhandled rejection
import { type EventEmitter, once } from 'node:events';

type Callback = (error?: unknown, ...results: unknown[]) => void;

export function promisify(f: (...args: [...unknown[], Callback]) => void) {
  return function (this: unknown, ...args: unknown[]) {
    return new Promise<unknown[]>(async (resolve, reject) => {
      const callback: Callback = (error, ...results) => (error ? reject(error) : resolve(results));
      f.call(this, ...args, callback);
    });
  };
}

export const nextEvent = (emitter: EventEmitter, name: string) => once(emitter, name);
