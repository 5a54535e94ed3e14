// Assumes that every error is an Error.
// Fails: rejects with the error that the callback gets
// Says: When 'f' calls back with 'a text'
import { type EventEmitter, once } from 'node:events';

type Callback = (error?: unknown, ...results: unknown[]) => void;

export function promisify(f: (...args: [...unknown[], Callback]) => void) {
  return function (this: unknown, ...args: unknown[]) {
    return new Promise<unknown[]>((resolve, reject) => {
      const callback: Callback = (error, ...results) =>
        error instanceof Error ? reject(error) : resolve(results);
      f.call(this, ...args, callback);
    });
  };
}

export const nextEvent = (emitter: EventEmitter, name: string) => once(emitter, name);
