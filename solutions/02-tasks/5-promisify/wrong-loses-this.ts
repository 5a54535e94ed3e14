// Returns an arrow function, whose `this` is not that of the call.
// Fails: passes this and all arguments to f, and then the callback
// Says: f gets what the new function gets
import { type EventEmitter, once } from 'node:events';

type Callback = (error?: unknown, ...results: unknown[]) => void;

export const promisify =
  (f: (...args: [...unknown[], Callback]) => void) =>
  (...args: unknown[]) =>
    new Promise<unknown[]>((resolve, reject) => {
      f(...args, (error, ...results) => (error ? reject(error) : resolve(results)));
    });

export const nextEvent = (emitter: EventEmitter, name: string) => once(emitter, name);
