// Keeps the latest answer, and settles after the callback. (A second answer replaces the first.)
// Fails: lets the first callback or throw decide
// Says: The first of these decides
import { type EventEmitter, once } from 'node:events';

type Callback = (error?: unknown, ...results: unknown[]) => void;

export function promisify(f: (...args: [...unknown[], Callback]) => void) {
  return function (this: unknown, ...args: unknown[]) {
    return new Promise<unknown[]>((resolve, reject) => {
      let latest: { error: unknown; results: unknown[] };
      const callback: Callback = (error, ...results) => {
        latest = { error, results };
        queueMicrotask(() => (latest.error ? reject(latest.error) : resolve(latest.results)));
      };
      f.call(this, ...args, callback);
    });
  };
}

export const nextEvent = (emitter: EventEmitter, name: string) => once(emitter, name);
