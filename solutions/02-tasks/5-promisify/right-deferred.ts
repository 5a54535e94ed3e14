// An async function: it keeps resolve and reject outside of the executor, and catches what f throws.
import type { EventEmitter } from 'node:events';

type Callback = (error?: unknown, ...results: unknown[]) => void;

export function promisify(f: (...args: [...unknown[], Callback]) => void) {
  return async function (this: unknown, ...args: unknown[]) {
    const answer = deferred();
    try {
      f.call(this, ...args, (error: unknown, ...results: unknown[]) => {
        if (error) answer.reject(error);
        else answer.resolve(results);
      });
    } catch (error) {
      answer.reject(error);
    }
    return answer.promise;
  };
}

export async function nextEvent(emitter: EventEmitter, name: string): Promise<unknown[]> {
  const event = deferred();
  const take = (...args: unknown[]) => event.resolve(args);
  emitter.once(name, take).once('error', event.reject);
  try {
    return await event.promise;
  } finally {
    emitter.off(name, take).off('error', event.reject);
  }
}

function deferred() {
  let resolve: (results: unknown[]) => void = () => {};
  let reject: (error: unknown) => void = () => {};
  const promise = new Promise<unknown[]>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}
