// p-event, which listens for 'error' unless it is told otherwise; and fromCallback of universalify.
import type { EventEmitter } from 'node:events';
import { pEvent } from 'p-event';
import universalify from 'universalify';

type Callback = (error?: unknown, ...results: unknown[]) => void;

export function promisify(f: (...args: [...unknown[], Callback]) => void) {
  return function (this: unknown, ...args: unknown[]): Promise<unknown[]> {
    // Its promise is for one result.
    const packed = universalify.fromCallback((callback: Callback) => {
      f.call(this, ...args, (error: unknown, ...results: unknown[]) => callback(error, results));
    });
    return packed();
  };
}

export const nextEvent = (emitter: EventEmitter, name: string) =>
  pEvent(emitter, name, { multiArgs: true });
