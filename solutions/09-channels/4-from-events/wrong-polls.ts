// Looks every millisecond whether something has been emitted.
// Fails: sets no timer
// Says: so no timer is needed
import type { EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

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
    while (kept.length === 0 && !isOver) await sleep(1);
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
