// Listens for 'error' only after the call. (Until then, emit throws it.)
// Fails: misses no event that is emitted immediately after the call
// Fails: leaves no listener of its own, and all of others
// Says: a listener that is added later never gets this one
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
    const take = (...args: unknown[]) => {
      emitter.off('error', fail);
      isOver = true;
      resolve(args);
    };
    const fail = (error: unknown) => {
      emitter.off(name, take);
      reject(error);
    };
    let isOver = false;
    emitter.once(name, take);
    process.nextTick(() => {
      if (!isOver) emitter.once('error', fail);
    });
  });
}
