// Keeps the arguments of the latest event until the promise is read.
// Fails: fulfils with the list of all arguments of the next event of that name
// Says: The value is the list of all arguments of the first event of that name after the call
import { type EventEmitter, once } from 'node:events';

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
  let latest: unknown[] = [];
  const keep = (...args: unknown[]) => {
    latest = args;
  };
  emitter.on(name, keep);
  try {
    await once(emitter, name);
    return latest;
  } finally {
    emitter.off(name, keep);
  }
}
