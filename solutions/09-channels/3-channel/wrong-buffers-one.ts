// Has a place for one value: the first `send` does not wait, and each one after that waits for the place.
// Fails: send fulfils in the millisecond in which a loop takes the value, and not before
// Fails: values are taken in the order in which they are sent, by the loop that has waited longest
// Fails: no value and no loop overtakes one that waits, in whatever microtask it comes
// Fails: each value is taken once, whatever value it is
// Fails: a value that was sent before close is still taken
// Fails: send rejects after close, and no loop gets its value
// Fails: does nothing with a second close
// Fails: a loop that is left takes no more and closes nothing
// Fails: has values and loops of its own, and is closed by itself
// Says: `send` is pending until a loop asks
export class Channel<T> implements AsyncIterable<T> {
  readonly #stream = new TransformStream<T, T>({}, { highWaterMark: 1 }, { highWaterMark: 1 });
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
