// Listens in the call, and cleans up in the `finally` of a generator. (It runs only if the generator has begun.)
// Fails: return() ends it, and each pending next() with it
// Fails: leaves none of its listeners once it is over, and all those of others
// Fails: sets no timer
// Says: `return()` ends it, also while a call of `next()` is pending
import type { EventEmitter } from 'node:events';

export function fromEvents<T>(
  emitter: EventEmitter,
  event: string,
  end: string,
): AsyncIterableIterator<T> {
  const kept: T[] = [];
  const failures: unknown[] = [];
  let isOver = false;
  let wake = () => {};
  const keep = (value: T) => {
    kept.push(value);
    wake();
  };
  const close = () => {
    isOver = true;
    stop();
    wake();
  };
  const fail = (error: unknown) => {
    failures.push(error);
    close();
  };
  const stop = () => emitter.off(event, keep).off(end, close).off('error', fail);
  emitter.on(event, keep).on(end, close).on('error', fail);

  async function* read() {
    try {
      while (true) {
        while (kept.length > 0) yield kept.shift() as T;
        if (failures.length > 0) throw failures[0];
        if (isOver) return;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    } finally {
      stop();
    }
  }
  return read();
}
