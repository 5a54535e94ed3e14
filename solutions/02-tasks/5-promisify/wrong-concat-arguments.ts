// Joins the arguments and the callback by `concat`, which takes apart an argument that is a list.
// Fails: passes this and all arguments to f, and then the callback
// Says: f gets what the new function gets
import { type EventEmitter, once } from 'node:events';

type Callback = (error?: unknown, ...results: unknown[]) => void;

export function promisify(f: (...args: [...unknown[], Callback]) => void) {
  return function (this: unknown, ...args: unknown[]) {
    return new Promise<unknown[]>((resolve, reject) => {
      const callback: Callback = (error, ...results) => (error ? reject(error) : resolve(results));
      f.apply(this, ([] as unknown[]).concat(...args, callback) as [...unknown[], Callback]);
    });
  };
}

export const nextEvent = (emitter: EventEmitter, name: string) => once(emitter, name);
