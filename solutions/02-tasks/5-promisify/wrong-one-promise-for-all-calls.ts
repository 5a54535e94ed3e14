// Makes the promise in `promisify`, so all calls have the same one.
// Fails: keeps calls apart
// Says: Each call has its own callback, promise and results
import { type EventEmitter, once } from 'node:events';

type Callback = (error?: unknown, ...results: unknown[]) => void;

export function promisify(f: (...args: [...unknown[], Callback]) => void) {
  let resolve: (results: unknown[]) => void;
  let reject: (error: unknown) => void;
  const answer = new Promise<unknown[]>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return function (this: unknown, ...args: unknown[]) {
    const callback: Callback = (error, ...results) => (error ? reject(error) : resolve(results));
    try {
      f.call(this, ...args, callback);
    } catch (error) {
      reject(error);
    }
    return answer;
  };
}

export const nextEvent = (emitter: EventEmitter, name: string) => once(emitter, name);
