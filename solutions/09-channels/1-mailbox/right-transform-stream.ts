// A TransformStream that changes nothing. Its writer queues what is written, and its reader the calls of `read`.
import { TransformStream } from 'node:stream/web';

export class Mailbox<T> {
  readonly #stream = new TransformStream<T, T>();
  readonly #writer = this.#stream.writable.getWriter();
  readonly #reader = this.#stream.readable.getReader();

  put(item: T) {
    void this.#writer.write(item);
  }

  async get() {
    const { value } = await this.#reader.read();
    return value as T;
  }
}
