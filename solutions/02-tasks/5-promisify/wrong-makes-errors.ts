// Rejects with an error of its own, which does not say what happened.
// Fails: rejects when an 'error' event comes first
// Fails: misses no event that is emitted immediately after the call
// Fails: leaves no listener of its own, and all of others
// Fails: waits in each call for the event of that call
// Says: Does your code make an error of its own?
import { type EventEmitter, once } from 'node:events';

type Callback = (error?: unknown, ...results: unknown[]) => void;

export function promisify(f: (...args: [...unknown[], Callback]) => void) {
  return function (this: unknown, ...args: unknown[]) {
    return new Promise<unknown[]>((resolve, reject) => {
      const callback: Callback = (error, ...results) => (error ? reject(error) : resolve(results));
      f.call(this, ...args, callback);
    });
  };
}

export async function nextEvent(emitter: EventEmitter, name: string): Promise<unknown[]> {
  try {
    return await once(emitter, name);
  } catch {
    throw new Error(`an error before '${name}'`);
  }
}
