// Starts with a promise that has fulfilled. (f is called only after the call has returned.)
// Fails: calls f once, synchronously, for each call of the new function
// Says: A call runs a function synchronously up to its first await
import { type EventEmitter, once } from 'node:events';

type Callback = (error?: unknown, ...results: unknown[]) => void;

export function promisify(f: (...args: [...unknown[], Callback]) => void) {
  return function (this: unknown, ...args: unknown[]) {
    return Promise.resolve().then(
      () =>
        new Promise<unknown[]>((resolve, reject) => {
          const callback: Callback = (error, ...results) =>
            error ? reject(error) : resolve(results);
          f.call(this, ...args, callback);
        }),
    );
  };
}

export const nextEvent = (emitter: EventEmitter, name: string) => once(emitter, name);
