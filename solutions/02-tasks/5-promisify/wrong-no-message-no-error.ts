// Asks an Error for its message. (That may be empty.)
// Fails: rejects with the error that the callback gets
// Says: expected a rejection with Error('')
import { type EventEmitter, once } from 'node:events';

type Callback = (error?: unknown, ...results: unknown[]) => void;

export function promisify(f: (...args: [...unknown[], Callback]) => void) {
  return function (this: unknown, ...args: unknown[]) {
    return new Promise<unknown[]>((resolve, reject) => {
      f.call(this, ...args, (error: unknown, ...results: unknown[]) => {
        if (error instanceof Error ? error.message : error) reject(error);
        else resolve(results);
      });
    });
  };
}

export const nextEvent = (emitter: EventEmitter, name: string) => once(emitter, name);
