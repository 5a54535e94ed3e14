// Assumes that the event always comes.
// Fails: rejects when an 'error' event comes first
// Fails: misses no event that is emitted immediately after the call
// Fails: leaves no listener of its own, and all of others
// Fails: waits in each call for the event of that call
// Says: Is there a listener for 'error'
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

export function nextEvent(emitter: EventEmitter, name: string): Promise<unknown[]> {
  return new Promise((resolve) => {
    emitter.once(name, (...args) => resolve(args));
  });
}
