// `on` of node:events, an async iterator: its first item is the next event, and its return() ends the wait.
import { type EventEmitter, on } from 'node:events';

type Callback = (error?: unknown, ...results: unknown[]) => void;

export function promisify(f: (...args: [...unknown[], Callback]) => void) {
  return function (this: unknown, ...args: unknown[]) {
    return new Promise<unknown[]>((resolve, reject) => {
      const callback: Callback = (error, ...results) => (error ? reject(error) : resolve(results));
      f.call(this, ...args, callback);
    });
  };
}

export async function nextEvent(emitter: EventEmitter, name: string): Promise<unknown[]> {
  // It listens during this call, and rejects on 'error'.
  for await (const args of on(emitter, name)) return args;
  throw new Error('the iterator has ended');
}
