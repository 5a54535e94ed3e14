// Looks in each iteration of the event loop whether something has been emitted.
// Fails: keeps the events that come while no next() is pending
// Fails: yields each event in its own millisecond while the reader waits for it
// Fails: listens from the call of fromEvents, before the first next()
// Fails: yields the first argument, whatever value it is
// Fails: fulfils the next() that has been pending longest with each event
// Fails: is done after end, when the events that came before it have been read
// Fails: rejects after 'error', when the events that came before it have been read
// Fails: return() ends it, and each pending next() with it
// Fails: leaves none of its listeners once it is over, and all those of others
// Fails: is for itself in each call of fromEvents
// Fails: sets no timer
// Says: 50,000 immediates
import type { EventEmitter } from 'node:events';
import { setImmediate } from 'node:timers/promises';

export function fromEvents<T>(
  emitter: EventEmitter,
  event: string,
  end: string,
): AsyncIterableIterator<T> {
  const kept: T[] = [];
  const failures: unknown[] = [];
  let isOver = false;
  let turn: Promise<unknown> = Promise.resolve();
  const keep = (value: T) => void kept.push(value);
  const close = () => {
    isOver = true;
    emitter.off(event, keep).off(end, close).off('error', fail);
  };
  const fail = (error: unknown) => {
    failures.push(error);
    close();
  };
  emitter.on(event, keep).on(end, close).on('error', fail);
  const take = async (): Promise<IteratorResult<T>> => {
    while (kept.length === 0 && !isOver) await setImmediate();
    if (kept.length > 0) return { done: false, value: kept.shift() as T };
    if (failures.length > 0) throw failures.shift();
    return { done: true, value: undefined };
  };
  return {
    next: () => {
      const result = turn.then(take);
      turn = result.catch(() => {});
      return result;
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
