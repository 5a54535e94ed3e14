// Uses `fromEvent` of rxjs. (It passes on an only argument without a list, and takes apart one that is a list.)
// Fails: fulfils with the list of all arguments of the next event of that name
// Says: The value is the list of all arguments of the first event of that name after the call
import type { EventEmitter } from 'node:events';
import { firstValueFrom, fromEvent, race } from 'rxjs';

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
  const events = fromEvent(emitter, name, (...args: unknown[]) => args);
  const errors = fromEvent(emitter, 'error', (error: unknown) => {
    throw error;
  });
  return firstValueFrom(race(events, errors));
}
