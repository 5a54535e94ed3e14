// Keeps the listeners outside of the function, so each call removes those of the latest one.
// Fails: leaves no listener of its own, and all of others
// Says: remove both of your own, and no others
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

let succeed: (...args: unknown[]) => void;
let fail: (error: unknown) => void;

export function nextEvent(emitter: EventEmitter, name: string): Promise<unknown[]> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      emitter.off(name, succeed);
      emitter.off('error', fail);
    };
    succeed = (...args) => {
      stop();
      resolve(args);
    };
    fail = (error) => {
      stop();
      reject(error);
    };
    emitter.on(name, succeed);
    emitter.on('error', fail);
  });
}
