// Calls f again without `this` when the first call throws.
// Fails: lets the first callback or throw decide
// Says: and f was called 2 times
import { type EventEmitter, once } from 'node:events';

type Callback = (error?: unknown, ...results: unknown[]) => void;

export function promisify(f: (...args: [...unknown[], Callback]) => void) {
  return function (this: unknown, ...args: unknown[]) {
    return new Promise<unknown[]>((resolve, reject) => {
      const callback: Callback = (error, ...results) => (error ? reject(error) : resolve(results));
      try {
        f.call(this, ...args, callback);
      } catch {
        f(...args, callback);
      }
    });
  };
}

export const nextEvent = (emitter: EventEmitter, name: string) => once(emitter, name);
