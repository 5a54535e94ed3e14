// Its callback returns the promise, for an `f` that wants to go on after it.
import { type EventEmitter, once } from 'node:events';

type Callback = (error?: unknown, ...results: unknown[]) => Promise<unknown[]>;

export function promisify(f: (...args: [...unknown[], Callback]) => void) {
  return function (this: unknown, ...args: unknown[]): Promise<unknown[]> {
    let settle: Callback = () => promise;
    const promise = new Promise<unknown[]>((resolve, reject) => {
      settle = (error, ...results) => {
        if (error) reject(error);
        else resolve(results);
        return promise;
      };
      f.call(this, ...args, (...answer: Parameters<Callback>) => settle(...answer));
    });
    return promise;
  };
}

export const nextEvent = (emitter: EventEmitter, name: string) => once(emitter, name);
