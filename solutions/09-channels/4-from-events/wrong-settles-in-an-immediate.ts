// Lets the listeners of the emitter finish first, in an immediate.
// Fails: sets no timer
// Says: so no timer is needed
import type { EventEmitter } from 'node:events';

interface Pending<T> {
  resolve(result: IteratorResult<T>): void;
  reject(error: unknown): void;
}

export function fromEvents<T>(
  emitter: EventEmitter,
  event: string,
  end: string,
): AsyncIterableIterator<T> {
  const kept: T[] = [];
  const pending: Pending<T>[] = [];
  const failures: unknown[] = [];
  let isOver = false;

  const keep = (value: T) => {
    const next = pending.shift();
    if (next) setImmediate(() => next.resolve({ done: false, value }));
    else kept.push(value);
  };
  const fail = (error: unknown) => {
    const next = pending.shift();
    if (next) next.reject(error);
    else failures.push(error);
    close();
  };
  const close = () => {
    isOver = true;
    emitter.off(event, keep).off(end, close).off('error', fail);
    for (const next of pending.splice(0)) next.resolve({ done: true, value: undefined });
  };
  emitter.on(event, keep).on(end, close).on('error', fail);

  return {
    async next() {
      if (kept.length > 0) return { done: false, value: kept.shift() as T };
      if (failures.length > 0) throw failures.shift();
      if (isOver) return { done: true, value: undefined };
      return new Promise((resolve, reject) => void pending.push({ resolve, reject }));
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
