// Returns the same promise to the next call with the same arguments.
// Fails: keeps calls apart
// Says: Each call has its own callback, promise and results
import { type EventEmitter, once } from 'node:events';

type Callback = (error?: unknown, ...results: unknown[]) => void;

export function promisify(f: (...args: [...unknown[], Callback]) => void) {
  const answers = new Map<unknown, Promise<unknown[]>>();
  return function (this: unknown, ...args: unknown[]) {
    const call = () =>
      new Promise<unknown[]>((resolve, reject) => {
        f.call(this, ...args, (error: unknown, ...results: unknown[]) =>
          error ? reject(error) : resolve(results),
        );
      });
    const [key] = args;
    if (args.length !== 1) return call();
    const answer = answers.get(key) ?? call();
    answers.set(key, answer);
    return answer;
  };
}

export const nextEvent = (emitter: EventEmitter, name: string) => once(emitter, name);
