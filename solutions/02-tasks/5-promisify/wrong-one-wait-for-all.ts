// Returns the same promise to the next caller with the same emitter and name. (It has settled by then.)
// Fails: waits in each call for the event of that call
// Says: Each call waits for the next event of its own emitter and name
import { type EventEmitter, once } from 'node:events';

type Callback = (error?: unknown, ...results: unknown[]) => void;

export function promisify(f: (...args: [...unknown[], Callback]) => void) {
  return function (this: unknown, ...args: unknown[]) {
    return new Promise<unknown[]>((resolve, reject) => {
      const callback: Callback = (error, ...results) => (error ? reject(error) : resolve(results));
      f.call(this, ...args, callback);
    });
  };
}

const waits = new WeakMap<EventEmitter, Map<string, Promise<unknown[]>>>();

export function nextEvent(emitter: EventEmitter, name: string): Promise<unknown[]> {
  const byName = waits.get(emitter) ?? new Map<string, Promise<unknown[]>>();
  waits.set(emitter, byName);
  const wait = byName.get(name) ?? once(emitter, name);
  byName.set(name, wait);
  return wait;
}
