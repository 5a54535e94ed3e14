// Calls f in `promisify`, before anybody asks.
// Fails: calls f once, synchronously, for each call of the new function
// Fails: passes this and all arguments to f, and then the callback
// Fails: keeps calls apart
// Says: Each call of the new function calls f, once and synchronously
import { type EventEmitter, once } from 'node:events';

type Callback = (error?: unknown, ...results: unknown[]) => void;

export function promisify(f: (...args: [...unknown[], Callback]) => void) {
  const answer = new Promise<unknown[]>((resolve, reject) => {
    f((error: unknown, ...results: unknown[]) => (error ? reject(error) : resolve(results)));
  });
  return () => answer;
}

export const nextEvent = (emitter: EventEmitter, name: string) => once(emitter, name);
