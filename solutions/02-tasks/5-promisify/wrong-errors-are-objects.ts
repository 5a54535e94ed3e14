// Assumes that an error is an object or a text. (It may be `true`, or a number.)
// Fails: rejects with the error that the callback gets
// Says: then: 'no' }:
import { type EventEmitter, once } from 'node:events';

type Callback = (error?: unknown, ...results: unknown[]) => void;

export function promisify(f: (...args: [...unknown[], Callback]) => void) {
  return function (this: unknown, ...args: unknown[]) {
    return new Promise<unknown[]>((resolve, reject) => {
      f.call(this, ...args, (error: unknown, ...results: unknown[]) => {
        const isError = error && (typeof error === 'object' || typeof error === 'string');
        if (isError) reject(error);
        else resolve(results);
      });
    });
  };
}

export const nextEvent = (emitter: EventEmitter, name: string) => once(emitter, name);
