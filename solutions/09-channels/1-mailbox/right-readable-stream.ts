// A ReadableStream without a limit: its controller takes items, and its one reader hands them out.
import { ReadableStream, type ReadableStreamDefaultController } from 'node:stream/web';

export class Mailbox<T> {
  #controller: ReadableStreamDefaultController<T> | undefined;
  readonly #reader = new ReadableStream<T>({
    start: (controller) => {
      this.#controller = controller;
    },
  }).getReader();

  put(item: T) {
    this.#controller?.enqueue(item);
  }

  async get() {
    const { value } = await this.#reader.read();
    return value as T;
  }
}
