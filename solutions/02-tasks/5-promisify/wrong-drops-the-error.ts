// Takes the results, and never looks at the error.
// Fails: rejects with the error that the callback gets
// Fails: takes a callback that is called synchronously
// Fails: lets the first callback or throw decide
// Fails: keeps calls apart
// Says: It fulfilled with [] at 23 ms; expected a rejection
import { type EventEmitter, once } from 'node:events';

type Callback = (error?: unknown, ...results: unknown[]) => void;

export function promisify(f: (...args: [...unknown[], Callback]) => void) {
  return function (this: unknown, ...args: unknown[]) {
    return new Promise<unknown[]>((resolve) => {
      const callback: Callback = (_error, ...results) => resolve(results);
      f.call(this, ...args, callback);
    });
  };
}

export const nextEvent = (emitter: EventEmitter, name: string) => once(emitter, name);
