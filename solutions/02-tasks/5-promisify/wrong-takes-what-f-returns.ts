// Takes a value that f returns for its result. (It may be a timer, or anything.)
// Fails: fulfils with the list of all results when the callback gets no error
// Says: Only what the callback gets is a result
import { type EventEmitter, once } from 'node:events';

type Callback = (error?: unknown, ...results: unknown[]) => void;

export function promisify(f: (...args: [...unknown[], Callback]) => void) {
  return function (this: unknown, ...args: unknown[]) {
    return new Promise<unknown[]>((resolve, reject) => {
      const callback: Callback = (error, ...results) => (error ? reject(error) : resolve(results));
      const returned: unknown = f.call(this, ...args, callback);
      if (returned !== undefined) resolve([returned]);
    });
  };
}

export const nextEvent = (emitter: EventEmitter, name: string) => once(emitter, name);
