// Rejects every later call with the first error. (The next call may succeed.)
// Fails: keeps calls apart
// Says: Each call has its own callback, promise and results
import { type EventEmitter, once } from 'node:events';

type Callback = (error?: unknown, ...results: unknown[]) => void;

export function promisify(f: (...args: [...unknown[], Callback]) => void) {
  let broken: { error: unknown } | undefined;
  return function (this: unknown, ...args: unknown[]) {
    return new Promise<unknown[]>((resolve, reject) => {
      if (broken) return reject(broken.error);
      f.call(this, ...args, (error: unknown, ...results: unknown[]) => {
        if (error) broken = { error };
        if (error) reject(error);
        else resolve(results);
      });
    });
  };
}

export const nextEvent = (emitter: EventEmitter, name: string) => once(emitter, name);
