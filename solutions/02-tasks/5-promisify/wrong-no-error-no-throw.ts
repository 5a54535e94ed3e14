// Asks whether there is an error when f has thrown. (It may have thrown undefined.)
// Fails: rejects with what f throws
// Says: When 'f' throws undefined: Deadlock
import { type EventEmitter, once } from 'node:events';

type Callback = (error?: unknown, ...results: unknown[]) => void;

export function promisify(f: (...args: [...unknown[], Callback]) => void) {
  return function (this: unknown, ...args: unknown[]) {
    return new Promise<unknown[]>((resolve, reject) => {
      let thrown: unknown;
      const callback: Callback = (error, ...results) => (error ? reject(error) : resolve(results));
      try {
        f.call(this, ...args, callback);
      } catch (error) {
        thrown = error;
      }
      if (thrown) reject(thrown);
    });
  };
}

export const nextEvent = (emitter: EventEmitter, name: string) => once(emitter, name);
