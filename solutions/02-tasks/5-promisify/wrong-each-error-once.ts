// Ignores an error that was seen before. (Two calls may wait on the same emitter.)
// Fails: rejects when an 'error' event comes first
// Fails: misses no event that is emitted immediately after the call
// Fails: leaves no listener of its own, and all of others
// Fails: waits in each call for the event of that call
// Says: Is there a listener for
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

const seen = new WeakSet<object>();

export function nextEvent(emitter: EventEmitter, name: string): Promise<unknown[]> {
  return new Promise((resolve, reject) => {
    const succeed = (...args: unknown[]) => {
      stop();
      resolve(args);
    };
    const fail = (error: unknown) => {
      stop();
      if (typeof error === 'object' && error !== null) {
        if (seen.has(error)) return;
        seen.add(error);
      }
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
