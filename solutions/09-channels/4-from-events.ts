import type { EventEmitter } from 'node:events';

interface Pending<T> {
  resolve(result: IteratorResult<T>): void;
  reject(error: unknown): void;
}

/**
 * The events of an emitter, to be read one by one: `for await (const guest of fromEvents(door, 'guest', 'closed'))`.
 *
 * - Keeps all events that are emitted while no `next()` is pending, and yields them later, in their order.
 * - A call of `next()` that is pending fulfils in the millisecond of the event.
 * - Listens from the call of `fromEvents`, and not from the first `next()`.
 * - Yields the first argument of each event, whatever value that is.
 * - Any number of calls of `next()` may be pending: each event is for the one that has been pending
 *   longest, and for no other one.
 * - At the event `end` it is over: first it yields the events that it has kept, then `next()` fulfils with `done: true`, also
 *   those calls that are pending.
 * - At the event 'error' it is over, too: first it yields the events that it has kept, then the first call of `next()`
 *   rejects with what it was emitted with, and all others fulfil with `done: true`.
 * - `return()`, and so `break`, ends it: pending calls of `next()` fulfil with `done: true` in that millisecond, and
 *   `return()` fulfils with it, too. An event that came while a `next()` was pending is not lost by that.
 * - Once it is over, none of its listeners is left, even if it still keeps events. It touches no other listeners.
 * - Each call of `fromEvents` is for itself: each gets all events, and is over by itself.
 * - Sets no timer. (`setImmediate` counts as one.)
 */
export function fromEvents<T>(
  emitter: EventEmitter,
  event: string,
  end: string,
): AsyncIterableIterator<T> {
  const kept: T[] = [];
  const pending: Pending<T>[] = [];
  // A list, since an 'error' may be emitted with undefined.
  const failures: unknown[] = [];
  let isOver = false;

  const keep = (value: T) => {
    const next = pending.shift();
    if (next) next.resolve({ done: false, value });
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
