// Calls f first, and makes the promise afterwards. (The callback may have been called by then.)
// Fails: takes a callback that is called synchronously
// Fails: lets the first callback or throw decide
// Says: Is your code ready for that before it calls f?
import { type EventEmitter, once } from 'node:events';

type Callback = (error?: unknown, ...results: unknown[]) => void;

export function promisify(f: (...args: [...unknown[], Callback]) => void) {
  return async function (this: unknown, ...args: unknown[]) {
    let settle: Callback | undefined;
    f.call(this, ...args, (error: unknown, ...results: unknown[]) => settle?.(error, ...results));
    return new Promise<unknown[]>((resolve, reject) => {
      settle = (error, ...results) => (error ? reject(error) : resolve(results));
    });
  };
}

export const nextEvent = (emitter: EventEmitter, name: string) => once(emitter, name);
