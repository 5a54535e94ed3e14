// Calls f outside of the executor, where a throw leaves the call.
// Fails: rejects with what f throws
// Fails: lets the first callback or throw decide
// Fails: keeps calls apart
// Says: It threw synchronously at 0 ms
import { type EventEmitter, once } from 'node:events';

type Callback = (error?: unknown, ...results: unknown[]) => void;

export function promisify(f: (...args: [...unknown[], Callback]) => void) {
  return function (this: unknown, ...args: unknown[]) {
    let callback: Callback = () => {};
    const answer = new Promise<unknown[]>((resolve, reject) => {
      callback = (error, ...results) => (error ? reject(error) : resolve(results));
    });
    f.call(this, ...args, callback);
    return answer;
  };
}

export const nextEvent = (emitter: EventEmitter, name: string) => once(emitter, name);
