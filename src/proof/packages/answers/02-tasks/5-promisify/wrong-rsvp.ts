// Assumes that denodeify of RSVP can do with a callback that gets nothing. (It makes a list of length -1.)
// Says: RangeError: Invalid array length
import type { EventEmitter } from 'node:events';
import RSVP from 'rsvp';

type Callback = (error?: unknown, ...results: unknown[]) => void;

export function promisify(f: (...args: [...unknown[], Callback]) => void) {
  return function (this: unknown, ...args: unknown[]) {
    const call = (callback: Callback) => f.call(this, ...args, callback);
    return RSVP.denodeify(call, true)();
  };
}

export function nextEvent(emitter: EventEmitter, name: string) {
  const { promise, resolve, reject } = RSVP.defer();
  const take = (...args: unknown[]) => resolve(args);
  emitter.on(name, take).on('error', reject);
  return promise.finally(() => {
    emitter.off(name, take).off('error', reject);
  });
}
