// Ends a microtask after the call of `return`: an event that comes before that is still taken.
// Fails: return() ends it, and each pending next() with it
// Says: `return()` ends it, also while a call of `next()` is pending: no event has to come first.
import type { EventEmitter } from 'node:events';

type Call<T> = {
  resolve: (result: IteratorResult<T, undefined>) => void;
  reject: (error: unknown) => void;
};

export function fromEvents<T>(
  emitter: EventEmitter,
  event: string,
  end: string,
): AsyncIterableIterator<T> {
  const kept: T[] = [];
  const calls: Call<T>[] = [];
  let failure: { error: unknown } | undefined;
  let isOver = false;
  const onEvent = (value: T) => {
    const call = calls.shift();
    if (call) call.resolve({ done: false, value });
    else kept.push(value);
  };
  const over = () => {
    isOver = true;
    emitter.off(event, onEvent);
    emitter.off(end, over);
    emitter.off('error', onError);
    for (const call of calls.splice(0)) call.resolve({ done: true, value: undefined });
  };
  const onError = (error: unknown) => {
    const call = calls.shift();
    if (call) call.reject(error);
    else failure = { error };
    over();
  };
  emitter.on(event, onEvent);
  emitter.on(end, over);
  emitter.on('error', onError);
  return {
    next() {
      if (kept.length > 0)
        return Promise.resolve({ done: false as const, value: kept.shift() as T });
      if (failure) {
        const { error } = failure;
        failure = undefined;
        return Promise.reject(error);
      }
      if (isOver) return Promise.resolve({ done: true as const, value: undefined });
      return new Promise((resolve, reject) => {
        calls.push({ resolve, reject });
      });
    },
    async return() {
      await undefined;
      over();
      return { done: true as const, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
