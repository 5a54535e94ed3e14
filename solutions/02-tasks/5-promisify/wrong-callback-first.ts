// Puts the callback before the arguments, where `setTimeout` has it.
// Fails: passes this and all arguments to f, and then the callback
// Fails: keeps calls apart
// Says: f gets what the new function gets
import { type EventEmitter, once } from 'node:events';

type Callback = (error?: unknown, ...results: unknown[]) => void;

export function promisify(f: (callback: Callback, ...args: unknown[]) => void) {
  return function (this: unknown, ...args: unknown[]) {
    return new Promise<unknown[]>((resolve, reject) => {
      const callback: Callback = (error, ...results) => (error ? reject(error) : resolve(results));
      f.call(this, callback, ...args);
    });
  };
}

export const nextEvent = (emitter: EventEmitter, name: string) => once(emitter, name);
