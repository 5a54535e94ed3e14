// The callback emits an event on an emitter of the call, so one way of waiting is enough.
import { EventEmitter } from 'node:events';

type Callback = (error?: unknown, ...results: unknown[]) => void;

export function promisify(f: (...args: [...unknown[], Callback]) => void) {
  return function (this: unknown, ...args: unknown[]): Promise<unknown[]> {
    const bell = new EventEmitter();
    const answer = nextEvent(bell, 'answer');
    // A second answer may be an error, and an emitter without a listener would throw it.
    bell.on('error', () => {});
    try {
      f.call(this, ...args, (error: unknown, ...results: unknown[]) =>
        error ? bell.emit('error', error) : bell.emit('answer', ...results),
      );
    } catch (error) {
      bell.emit('error', error);
    }
    return answer;
  };
}

export function nextEvent(emitter: EventEmitter, name: string): Promise<unknown[]> {
  return new Promise((resolve, reject) => {
    const listeners: Record<string, (...args: unknown[]) => void> = Object.create(null);
    const end = (settle: () => void) => {
      for (const [name, listener] of Object.entries(listeners)) emitter.off(name, listener);
      settle();
    };
    Object.defineProperty(listeners, name, {
      value: (...args: unknown[]) => end(() => resolve(args)),
      enumerable: true,
    });
    listeners['error'] = (error) => end(() => reject(error));
    for (const [name, listener] of Object.entries(listeners)) emitter.on(name, listener);
  });
}
