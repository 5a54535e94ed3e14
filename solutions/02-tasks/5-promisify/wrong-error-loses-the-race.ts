// Races two promises, and the one of the error takes a step more. (An event that comes later overtakes it.)
// Fails: rejects when an 'error' event comes first
// Says: The first of them decides
import type { EventEmitter } from 'node:events';

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
  const event = listen(emitter, name);
  const error = listen(emitter, 'error');
  try {
    const first = await Promise.race([event.args, error.args.then((args) => ({ args }))]);
    if (Array.isArray(first)) return first;
    throw first.args[0];
  } finally {
    event.stop();
    error.stop();
  }
}

function listen(emitter: EventEmitter, name: string) {
  let stop = () => {};
  const args = new Promise<unknown[]>((resolve) => {
    const listener = (...args: unknown[]) => resolve(args);
    emitter.addListener(name, listener);
    stop = () => {
      emitter.removeListener(name, listener);
    };
  });
  return { args, stop };
}
