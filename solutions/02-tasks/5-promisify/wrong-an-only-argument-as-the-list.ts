// Takes an only argument that is a list for the list of arguments.
// Fails: fulfils with the list of all arguments of the next event of that name
// Says: The value is the list of all arguments
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
      resolve(args.length === 1 && Array.isArray(args[0]) ? args[0] : args);
    };
    const fail = (error: unknown) => {
      stop();
      reject(error);
    };
    const stop = () => {
      emitter.off(name, succeed);
      emitter.off('error', fail);
    };
    emitter.on(name, succeed);
    emitter.on('error', fail);
  });
}
