// A TransformStream that holds nothing on either side: a write ends when a read has taken it.
export class Channel<T> implements AsyncIterable<T> {
  readonly #stream = new TransformStream<T, T>({}, { highWaterMark: 0 }, { highWaterMark: 0 });
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
    return {
      next: async (): Promise<IteratorResult<T, undefined>> => {
        const { done, value } = await this.#reader.read();
        return done ? { done, value: undefined } : { done, value };
      },
    };
  }
}
