// Logs a failure on a promise beside the one that it returns. (That promise rejects, too.)
// Fails: rejects with the error that the callback gets
// Fails: rejects with what f throws
// Fails: takes a callback that is called synchronously
// Fails: lets the first callback or throw decide
// Fails: keeps calls apart
// Says: Did then(), finally() or an async function return the other one?
import { type EventEmitter, once } from 'node:events';

type Callback = (error?: unknown, ...results: unknown[]) => void;

export function promisify(f: (...args: [...unknown[], Callback]) => void) {
  const failures: unknown[] = [];
  return function (this: unknown, ...args: unknown[]) {
    const answer = new Promise<unknown[]>((resolve, reject) => {
      const callback: Callback = (error, ...results) => (error ? reject(error) : resolve(results));
      f.call(this, ...args, callback);
    });
    answer.finally(() => failures.push(f.name));
    return answer;
  };
}

export const nextEvent = (emitter: EventEmitter, name: string) => once(emitter, name);
