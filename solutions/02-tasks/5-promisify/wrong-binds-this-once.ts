// Keeps the `this` of the first call for all later ones.
// Fails: passes this and all arguments to f, and then the callback
// Says: f gets what the new function gets
import { type EventEmitter, once } from 'node:events';

type Callback = (error?: unknown, ...results: unknown[]) => void;

export function promisify(f: (...args: [...unknown[], Callback]) => void) {
  let bound: typeof f | undefined;
  return function (this: unknown, ...args: unknown[]) {
    bound ??= f.bind(this) as typeof f;
    const call = bound;
    return new Promise<unknown[]>((resolve, reject) => {
      call(...args, (error, ...results) => (error ? reject(error) : resolve(results)));
    });
  };
}

export const nextEvent = (emitter: EventEmitter, name: string) => once(emitter, name);
