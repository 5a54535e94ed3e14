// Looks every millisecond whether the callback was called.
// Fails: fulfils with the list of all results when the callback gets no error
// Fails: takes a callback that is called synchronously
// Fails: lets the first callback or throw decide
// Fails: keeps calls apart
// Says: A promise calls its handlers as soon as it settles, and needs no timer
import { type EventEmitter, once } from 'node:events';

type Callback = (error?: unknown, ...results: unknown[]) => void;

export function promisify(f: (...args: [...unknown[], Callback]) => void) {
  return function (this: unknown, ...args: unknown[]) {
    return new Promise<unknown[]>((resolve, reject) => {
      let answer: { error: unknown; results: unknown[] } | undefined;
      f.call(this, ...args, (error: unknown, ...results: unknown[]) => {
        answer ??= { error, results };
      });
      const timer = setInterval(() => {
        if (!answer) return;
        clearInterval(timer);
        if (answer.error) reject(answer.error);
        else resolve(answer.results);
      }, 1);
    });
  };
}

export const nextEvent = (emitter: EventEmitter, name: string) => once(emitter, name);
