// Treats an error like a result: a promise that rejects with a list of it.
// Fails: rejects with the error that the callback gets
// Fails: takes a callback that is called synchronously
// Fails: lets the first callback or throw decide
// Fails: keeps calls apart
// Says: It rejected with [ Error('no bread') ] at 23 ms
import { type EventEmitter, once } from 'node:events';

type Callback = (error?: unknown, ...results: unknown[]) => void;

export function promisify(f: (...args: [...unknown[], Callback]) => void) {
  return function (this: unknown, ...args: unknown[]) {
    return new Promise<unknown[]>((resolve, reject) => {
      const callback: Callback = (...all) => (all[0] ? reject(all) : resolve(all.slice(1)));
      f.call(this, ...args, callback);
    });
  };
}

export const nextEvent = (emitter: EventEmitter, name: string) => once(emitter, name);
