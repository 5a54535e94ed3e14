// Passes `resolve` itself as the listener. (It takes one argument, and drops the others.)
// Fails: fulfils with the list of all arguments of the next event of that name
// Fails: misses no event that is emitted immediately after the call
// Fails: waits in each call for the event of that call
// Says: The value is the list of all arguments of the first event of that name after the call
import type { EventEmitter } from 'node:events';

type Callback = (error?: unknown, ...results: unknown[]) => void;

export function promisify(f: (...args: [...unknown[], Callback]) => void) {
  return function (this: unknown, ...args: unknown[]) {
    return new Promise<unknown[]>((resolve, reject) => {
      const callback: Callback = (error, ...results) => (error ? reject(error) : resolve(results));
      f.call(this, ...args, callback);
    });
  };
}

export async function nextEvent(emitter: EventEmitter, name: string): Promise<unknown> {
  let stop = () => {};
  const event = new Promise((resolve, reject) => {
    stop = () => {
      emitter.off(name, resolve).off('error', reject);
    };
    emitter.on(name, resolve).on('error', reject);
  });
  return event.finally(stop);
}
