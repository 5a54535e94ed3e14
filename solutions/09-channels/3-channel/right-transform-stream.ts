// A TransformStream, which keeps nothing by default: a write fulfils when a read has taken its value.
export class Channel<T> implements AsyncIterable<T> {
  readonly #stream = new TransformStream<T, T>();
  readonly #writer = this.#stream.writable.getWriter();
  readonly #reader = this.#stream.readable.getReader();
  #isClosed = false;

  async send(value: T) {
    if (this.#isClosed) throw new Error('channel is closed');
    await this.#writer.write(value);
  }

  close() {
    if (this.#isClosed) return;
    this.#isClosed = true;
    void this.#writer.close();
  }

  [Symbol.asyncIterator]() {
    return { next: () => this.#reader.read() as Promise<IteratorResult<T, undefined>> };
  }
}
