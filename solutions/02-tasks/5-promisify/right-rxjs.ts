// rxjs: an observable of a call, and a race of two observables of events, which removes both listeners.
import type { EventEmitter } from 'node:events';
import { firstValueFrom, map, Observable, race } from 'rxjs';

type Callback = (error?: unknown, ...results: unknown[]) => void;

export function promisify(f: (...args: [...unknown[], Callback]) => void) {
  return function (this: unknown, ...args: unknown[]) {
    const calls = new Observable<unknown[]>((subscriber) => {
      // Rxjs reports an error that comes after the end, so that one is dropped here.
      const fail = (error: unknown) => subscriber.closed || subscriber.error(error);
      const callback: Callback = (error, ...results) =>
        error ? fail(error) : subscriber.next(results);
      try {
        f.call(this, ...args, callback);
      } catch (error) {
        fail(error);
      }
    });
    return firstValueFrom(calls);
  };
}

export function nextEvent(emitter: EventEmitter, name: string): Promise<unknown[]> {
  // `fromEvent` would take apart an only argument that is a list.
  const listen = (name: string) =>
    new Observable<unknown[]>((subscriber) => {
      const take = (...args: unknown[]) => subscriber.next(args);
      emitter.on(name, take);
      return () => emitter.off(name, take);
    });
  const failures = listen('error').pipe(
    map(([error]) => {
      throw error;
    }),
  );
  return firstValueFrom(race(listen(name), failures));
}
