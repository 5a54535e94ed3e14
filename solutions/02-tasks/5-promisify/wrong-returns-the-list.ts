// Returns the list itself when the callback is called synchronously.
// Fails: takes a callback that is called synchronously
// Fails: lets the first callback or throw decide
// Says: Is your code ready for that before it calls f?
import { type EventEmitter, once } from 'node:events';

type Callback = (error?: unknown, ...results: unknown[]) => void;

export function promisify(f: (...args: [...unknown[], Callback]) => void) {
  return function (this: unknown, ...args: unknown[]): unknown {
    let ready: unknown[] | undefined;
    const answer = new Promise<unknown[]>((resolve, reject) => {
      const callback: Callback = (error, ...results) => {
        if (error) return reject(error);
        ready ??= results;
        resolve(results);
      };
      f.call(this, ...args, callback);
    });
    return ready ?? answer;
  };
}

export const nextEvent = (emitter: EventEmitter, name: string) => once(emitter, name);
