// A race of two promises, one for each event; and a promise of the call, which an async function awaits.
import type { EventEmitter } from 'node:events';

type Callback = (error?: unknown, ...results: unknown[]) => void;

export function promisify(f: (...args: [...unknown[], Callback]) => void) {
  return async function (this: unknown, ...args: unknown[]) {
    const { error, results } = await new Promise<{ error?: unknown; results: unknown[] }>(
      (resolve, reject) => {
        try {
          f.call(this, ...args, (error: unknown, ...results: unknown[]) =>
            resolve({ error, results }),
          );
        } catch (thrown) {
          reject(thrown);
        }
      },
    );
    if (error) throw error;
    return results;
  };
}

export async function nextEvent(emitter: EventEmitter, name: string): Promise<unknown[]> {
  const event = listen(emitter, name);
  const error = listen(emitter, 'error');
  // Each of the two takes one step, so that the first event wins.
  const success = event.args.then((args) => ({ args }));
  const failure = error.args.then(([error]) => ({ error }));
  try {
    const first = await Promise.race([success, failure]);
    if ('args' in first) return first.args;
    throw first.error;
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
