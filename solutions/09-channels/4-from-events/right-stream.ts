// A ReadableStream is the queue. An error is an item of it, since error() would throw the others away.
import type { EventEmitter } from 'node:events';
import { ReadableStream, type ReadableStreamDefaultController } from 'node:stream/web';

type Item<T> = { value: T } | { error: unknown };

export class Events<T> implements AsyncIterableIterator<T> {
  readonly #emitter: EventEmitter;
  readonly #names: readonly [event: string, end: string];
  readonly #reader;
  #items!: ReadableStreamDefaultController<Item<T>>;

  constructor(emitter: EventEmitter, event: string, end: string) {
    this.#emitter = emitter;
    this.#names = [event, end];
    const stream = new ReadableStream<Item<T>>({
      start: (controller) => {
        this.#items = controller;
      },
    });
    this.#reader = stream.getReader();
    emitter.on(event, this.#keep).on(end, this.#close).on('error', this.#fail);
  }

  async next(): Promise<IteratorResult<T>> {
    const { done, value } = await this.#reader.read();
    if (done) return { done, value: undefined };
    if ('error' in value) throw value.error;
    return { done: false, value: value.value };
  }

  async return(): Promise<IteratorResult<T>> {
    this.#stop();
    await this.#reader.cancel();
    return { done: true, value: undefined };
  }

  [Symbol.asyncIterator]() {
    return this;
  }

  readonly #keep = (value: T) => this.#items.enqueue({ value });

  readonly #fail = (error: unknown) => {
    this.#items.enqueue({ error });
    this.#close();
  };

  readonly #close = () => {
    this.#stop();
    this.#items.close();
  };

  #stop() {
    const [event, end] = this.#names;
    this.#emitter.off(event, this.#keep).off(end, this.#close).off('error', this.#fail);
  }
}

export const fromEvents = <T>(emitter: EventEmitter, event: string, end: string) =>
  new Events<T>(emitter, event, end);
