// A generator: its body listens, and removes its listeners in a finally. (It begins at the first next().)
// Fails: listens from the call of fromEvents, before the first next()
// Fails: fulfils the next() that has been pending longest with each event
// Fails: is done after end, when the events that came before it have been read
// Fails: rejects after 'error', when the events that came before it have been read
// Fails: return() ends it, and each pending next() with it
// Fails: leaves none of its listeners once it is over, and all those of others
// Fails: sets no timer
// Says: It listens from the call of `fromEvents`
import type { EventEmitter } from 'node:events';

export async function* fromEvents<T>(emitter: EventEmitter, event: string, end: string) {
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
    wake();
  };
  const fail = (error: unknown) => {
    failures.push(error);
    close();
  };
  emitter.on(event, keep).on(end, close).on('error', fail);
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
    emitter.off(event, keep).off(end, close).off('error', fail);
  }
}
