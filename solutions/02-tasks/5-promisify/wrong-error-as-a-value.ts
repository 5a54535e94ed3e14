// Takes 'error' for an event like any other, and fulfils with the error.
// Fails: rejects when an 'error' event comes first
// Fails: misses no event that is emitted immediately after the call
// Fails: waits in each call for the event of that call
// Says: a promise that fulfils stands for success: reject
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
    const take = (...args: unknown[]) => {
      emitter.off(name, take).off('error', take);
      resolve(args);
    };
    emitter.on(name, take).on('error', take);
  });
}
