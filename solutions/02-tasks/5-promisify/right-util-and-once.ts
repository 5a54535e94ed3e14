// `util.promisify` of a function with one result, the list of all results; and `once` of node:events.
import { type EventEmitter, once } from 'node:events';
import { promisify as promisifyOne } from 'node:util';

type Callback = (error?: unknown, ...results: unknown[]) => void;

export function promisify(f: (...args: [...unknown[], Callback]) => void) {
  return function (this: unknown, ...args: unknown[]) {
    const packed = (callback: (error: unknown, results: unknown[]) => void) =>
      f.call(this, ...args, (error: unknown, ...results: unknown[]) => callback(error, results));
    return promisifyOne(packed)();
  };
}

export const nextEvent = (emitter: EventEmitter, name: string) => once(emitter, name);
