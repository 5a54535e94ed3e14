// Asks a flag every millisecond whether the event has come.
// Fails: fulfils with the list of all arguments of the next event of that name
// Fails: rejects when an 'error' event comes first
// Fails: leaves no listener of its own, and all of others
// Fails: waits in each call for the event of that call
// Says: Does your code poll?
import type { EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

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
  let how: { args: unknown[] } | { error: unknown } | undefined;
  const take = (...args: unknown[]) => {
    how ??= { args };
  };
  const fail = (error: unknown) => {
    how ??= { error };
  };
  emitter.on(name, take).on('error', fail);
  while (!how) await sleep(1);
  emitter.off(name, take).off('error', fail);
  if ('error' in how) throw how.error;
  return how.args;
}
