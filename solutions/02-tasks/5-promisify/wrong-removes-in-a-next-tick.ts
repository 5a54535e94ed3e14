// Removes its listeners in a `nextTick` job. (Handlers of the promise may run before it.)
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

export function nextEvent(emitter: EventEmitter, name: string): Promise<unknown[]> {
  return new Promise((resolve, reject) => {
    const succeed = (...args: unknown[]) => {
      stop();
      resolve(args);
    };
    const fail = (error: unknown) => {
      stop();
      reject(error);
    };
    const stop = () => {
      process.nextTick(() => {
        emitter.off(name, succeed);
        emitter.off('error', fail);
      });
    };
    emitter.on(name, succeed);
    emitter.on('error', fail);
  });
}
