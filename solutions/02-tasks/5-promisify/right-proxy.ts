// A Proxy of f, whose calls return promises; and a wait that any of a list of listeners can end.
import type { EventEmitter } from 'node:events';

type Callback = (error?: unknown, ...results: unknown[]) => void;

export function promisify(f: (...args: [...unknown[], Callback]) => void) {
  return new Proxy(f as (...args: unknown[]) => unknown, {
    apply: (_f, self, args) =>
      new Promise<unknown[]>((resolve, reject) => {
        const callback: Callback = (error, ...results) =>
          error === undefined || error === null ? resolve(results) : reject(error);
        f.call(self, ...args, callback);
      }),
  }) as (...args: unknown[]) => Promise<unknown[]>;
}

export function nextEvent(emitter: EventEmitter, name: string): Promise<unknown[]> {
  const listeners: [string, (...args: unknown[]) => void][] = [];
  const stop = () => listeners.map(([name, listener]) => emitter.removeListener(name, listener));
  return new Promise<unknown[]>((resolve, reject) => {
    listeners.push([name, (...args) => resolve(args)], ['error', reject]);
    for (const [name, listener] of listeners) emitter.prependListener(name, listener);
  }).finally(stop);
}
