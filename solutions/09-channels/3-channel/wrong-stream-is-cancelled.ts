// Reads a stream with `for await`. A loop that is left cancels the stream.
// Fails: no value and no loop overtakes one that waits, in whatever microtask it comes
// Fails: a loop that is left takes no more and closes nothing
// Fails: has values and loops of its own, and is closed by itself
// Says: 'b' went to 'new'
export class Channel<T> implements AsyncIterable<T> {
  readonly #stream = new TransformStream<T, T>({}, { highWaterMark: 0 }, { highWaterMark: 0 });
  readonly #writer = this.#stream.writable.getWriter();
  readonly #values = this.#stream.readable.values();
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
    return this.#values;
  }
}
