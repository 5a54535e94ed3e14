// Doubles its ring when that is full, also if the events are around its end.
// Fails: keeps the events that come while no next() is pending
// Says: An emitter keeps nothing: an event for which no listener is there is gone.
import type { EventEmitter } from 'node:events';

type Call<T> = {
  resolve: (result: IteratorResult<T, undefined>) => void;
  reject: (error: unknown) => void;
};

class Ring<V> {
  length = 0;
  #first = 0;
  #places: V[] = new Array(4);

  push(value: V) {
    if (this.length === this.#places.length) this.#places.length *= 2;
    this.#places[(this.#first + this.length++) % this.#places.length] = value;
  }

  shift() {
    if (this.length === 0) return undefined;
    const value = this.#places[this.#first];
    this.#first = (this.#first + 1) % this.#places.length;
    this.length--;
    return value;
  }
}

export function fromEvents<T>(
  emitter: EventEmitter,
  event: string,
  end: string,
): AsyncIterableIterator<T> {
  const kept = new Ring<T>();
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
      over();
      return { done: true as const, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
