// Calls f in an async function. (A throw rejects its promise, although the callback was first.)
// Fails: lets the first callback or throw decide
// Says: The first of these decides
import { type EventEmitter, once } from 'node:events';

type Callback = (error?: unknown, ...results: unknown[]) => void;

export function promisify(f: (...args: [...unknown[], Callback]) => void) {
  return async function (this: unknown, ...args: unknown[]) {
    let callback: Callback = () => {};
    const answer = new Promise<unknown[]>((resolve, reject) => {
      callback = (error, ...results) => (error ? reject(error) : resolve(results));
    });
    answer.catch(() => {});
    f.call(this, ...args, callback);
    return answer;
  };
}

export const nextEvent = (emitter: EventEmitter, name: string) => once(emitter, name);
