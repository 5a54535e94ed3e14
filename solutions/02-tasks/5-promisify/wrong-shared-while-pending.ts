// Shares a wait that is pending, and forgets it a microtask too late.
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
  const pending = waits.get(emitter) ?? new Map<string, Promise<unknown[]>>();
  waits.set(emitter, pending);
  const wait = pending.get(name) ?? once(emitter, name).finally(() => pending.delete(name));
  pending.set(name, wait);
  return wait;
}
