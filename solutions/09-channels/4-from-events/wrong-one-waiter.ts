// Has one place for a call that waits. (The next one takes it.)
// Fails: fulfils the next() that has been pending longest with each event
// Fails: is done after end, when the events that came before it have been read
// Fails: rejects after 'error', when the events that came before it have been read
// Fails: return() ends it, and each pending next() with it
// Fails: sets no timer
// Says: An event is for one call of `next()`
import type { EventEmitter } from 'node:events';

export function fromEvents<T>(
  emitter: EventEmitter,
  event: string,
  end: string,
): AsyncIterableIterator<T> {
  const kept: T[] = [];
  const failures: unknown[] = [];
  let isOver = false;
  let wake: (() => void) | undefined;
  const keep = (value: T) => {
    kept.push(value);
    wake?.();
  };
  const close = () => {
    isOver = true;
    emitter.off(event, keep).off(end, close).off('error', fail);
    wake?.();
  };
  const fail = (error: unknown) => {
    failures.push(error);
    close();
  };
  emitter.on(event, keep).on(end, close).on('error', fail);
  const take = (): IteratorResult<T> => {
    if (kept.length > 0) return { done: false, value: kept.shift() as T };
    if (failures.length > 0) throw failures.shift();
    return { done: true, value: undefined };
  };
  return {
    next: async () => {
      if (kept.length > 0 || isOver) return take();
      return new Promise((resolve) => {
        wake = () => {
          wake = undefined;
          resolve(Promise.resolve().then(take));
        };
      });
    },
    return: async () => {
      close();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
