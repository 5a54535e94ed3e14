// Rejects whenever an argument of the event is an Error.
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
  const args = await once(emitter, name);
  const error = args.find((it) => it instanceof Error);
  if (error) throw error;
  return args;
}
