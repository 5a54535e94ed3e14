// Rejects only when the event has an error. (Any argument is possible, and none.)
// Fails: rejects when an 'error' event comes first
// Says: Does your code test the reason itself, as in if (error)?
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
    const end = (error: unknown, args: unknown[]) => {
      emitter.off(name, take).off('error', fail);
      if (error) reject(error);
      else resolve(args);
    };
    const take = (...args: unknown[]) => end(null, args);
    const fail = (error: unknown) => end(error, []);
    emitter.on(name, take).on('error', fail);
  });
}
