// Wakes all calls, and each looks again. (One that has come meanwhile may be first.)
// Fails: fulfils the next() that has been pending longest with each event
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
  let wakes: (() => void)[] = [];
  const wake = () => {
    for (const next of wakes) next();
    wakes = [];
  };
  const keep = (value: T) => {
    kept.push(value);
    wake();
  };
  const close = () => {
    isOver = true;
    emitter.off(event, keep).off(end, close).off('error', fail);
    wake();
  };
  const fail = (error: unknown) => {
    failures.push(error);
    close();
  };
  emitter.on(event, keep).on(end, close).on('error', fail);
  return {
    async next() {
      while (true) {
        if (kept.length > 0) return { done: false, value: kept.shift() as T };
        if (failures.length > 0) throw failures.shift();
        if (isOver) return { done: true, value: undefined };
        await new Promise<void>((resolve) => wakes.push(resolve));
      }
    },
    async return() {
      close();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
