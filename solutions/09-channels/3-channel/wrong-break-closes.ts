// Has one generator for all loops. A loop that is left ends the generator, and with it all others.
// Fails: a loop that is left takes no more and closes nothing
// Says: closes nothing
export class Channel<T> implements AsyncIterable<T> {
  readonly #sent: { value: T; taken: () => void }[] = [];
  readonly #values = this.#generate();
  #isClosed = false;
  #wake = () => {};

  async send(value: T) {
    if (this.#isClosed) throw new Error('channel is closed');
    const taken = new Promise<void>((resolve) => this.#sent.push({ value, taken: resolve }));
    this.#wake();
    await taken;
  }

  close() {
    this.#isClosed = true;
    this.#wake();
  }

  [Symbol.asyncIterator]() {
    return this.#values;
  }

  async *#generate() {
    for (;;) {
      const first = this.#sent.shift();
      if (first) {
        first.taken();
        yield first.value;
      } else if (this.#isClosed) return;
      else
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
    }
  }
}
