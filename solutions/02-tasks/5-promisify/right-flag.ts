// A flag remembers that the call has settled, as people wrote it before they trusted promises.
import type { EventEmitter } from 'node:events';

type Callback = (error?: unknown, ...results: unknown[]) => void;

export function promisify(f: (...args: [...unknown[], Callback]) => void) {
  return function (this: unknown, ...args: unknown[]): Promise<unknown[]> {
    return new Promise((resolve, reject) => {
      let isOver = false;
      function end(settle: () => void) {
        if (isOver) return;
        isOver = true;
        settle();
      }
      try {
        f.apply(this, [
          ...args,
          (error?: unknown, ...results: unknown[]) =>
            end(() => {
              if (error) reject(error);
              else resolve(results);
            }),
        ]);
      } catch (thrown) {
        end(() => reject(thrown));
      }
    });
  };
}

export function nextEvent(emitter: EventEmitter, name: string): Promise<unknown[]> {
  return new Promise((resolve, reject) => {
    function onEvent(...args: unknown[]) {
      emitter.removeListener('error', onError);
      resolve(args);
    }
    function onError(error: unknown) {
      emitter.removeListener(name, onEvent);
      reject(error);
    }
    emitter.once(name, onEvent);
    emitter.once('error', onError);
  });
}
