// Cleans up by `removeAllListeners`, which also removes those of other code.
// Fails: leaves no listener of its own, and all of others
// Fails: waits in each call for the event of that call
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
    const end = (settle: () => void) => {
      emitter.removeAllListeners(name);
      emitter.removeAllListeners('error');
      settle();
    };
    emitter.on(name, (...args) => end(() => resolve(args)));
    emitter.on('error', (error) => end(() => reject(error)));
  });
}
