// One line holds either results that wait for a call, or calls that wait for a result.
import type { EventEmitter } from 'node:events';

type Settle<T> = (
  resolve: (result: IteratorResult<T>) => void,
  reject: (error: unknown) => void,
) => void;

class Line<T> implements AsyncIterableIterator<T> {
  readonly #results: Settle<T>[] = [];
  readonly #calls: Parameters<Settle<T>>[] = [];
  #off = () => {};
  #isOver = false;

  constructor(emitter: EventEmitter, event: string, end: string) {
    const listeners: Record<string, (value: unknown) => void> = {
      [event]: (value) => this.#put((resolve) => resolve({ done: false, value: value as T })),
      error: (error) => {
        this.#put((_, reject) => reject(error));
        this.#close();
      },
      [end]: () => this.#close(),
    };
    for (const [name, listener] of Object.entries(listeners)) emitter.on(name, listener);
    this.#off = () => {
      for (const [name, listener] of Object.entries(listeners)) emitter.off(name, listener);
    };
  }

  next(): Promise<IteratorResult<T>> {
    return new Promise((...call) => {
      const settle = this.#results.shift() ?? (this.#isOver ? isDone : undefined);
      if (settle) settle(...call);
      else this.#calls.push(call);
    });
  }

  return(): Promise<IteratorResult<T>> {
    this.#close();
    return new Promise((...call) => isDone(...call));
  }

  [Symbol.asyncIterator]() {
    return this;
  }

  #put(settle: Settle<T>) {
    const call = this.#calls.shift();
    if (call) settle(...call);
    else this.#results.push(settle);
  }

  #close() {
    this.#isOver = true;
    this.#off();
    for (const call of this.#calls.splice(0)) isDone(...call);
  }
}

const isDone: Settle<never> = (resolve) => resolve({ done: true, value: undefined });

export const fromEvents = <T>(emitter: EventEmitter, event: string, end: string) =>
  new Line<T>(emitter, event, end);
