// Wakes all loops at each change, and each of them looks whether it is its turn.
export class Channel<T> implements AsyncIterable<T> {
  readonly #sent: { value: T; taken: () => void }[] = [];
  readonly #line: object[] = [];
  #isClosed = false;
  #ring = () => {};
  #change = this.#nextChange();

  async send(value: T) {
    if (this.#isClosed) throw new Error('channel is closed');
    const taken = new Promise<void>((resolve) => this.#sent.push({ value, taken: resolve }));
    this.#changed();
    await taken;
  }

  close() {
    this.#isClosed = true;
    this.#changed();
  }

  async *[Symbol.asyncIterator]() {
    for (;;) {
      const place = {};
      this.#line.push(place);
      while (this.#line[0] !== place || (this.#sent.length === 0 && !this.#isClosed))
        await this.#change;
      this.#line.shift();
      const first = this.#sent.shift();
      this.#changed();
      if (!first) return;
      first.taken();
      yield first.value;
    }
  }

  #changed() {
    this.#ring();
    this.#change = this.#nextChange();
  }

  #nextChange() {
    return new Promise<void>((resolve) => {
      this.#ring = resolve;
    });
  }
}
