// Takes `undefined` for the end: it is what a closed channel returns.
// Fails: each value is taken once, whatever value it is
// Says: What ends a loop is `done: true`
export class Channel<T> implements AsyncIterable<T> {
  readonly #sent: { value: T; taken: () => void }[] = [];
  readonly #waiting: ((value?: T) => void)[] = [];
  #isClosed = false;

  async send(value: T) {
    if (this.#isClosed) throw new Error('channel is closed');
    const next = this.#waiting.shift();
    if (next) return next(value);
    await new Promise<void>((taken) => this.#sent.push({ value, taken }));
  }

  close() {
    this.#isClosed = true;
    for (const next of this.#waiting.splice(0)) next();
  }

  async *[Symbol.asyncIterator]() {
    for (;;) {
      const value = await this.#take();
      if (value === undefined) return;
      yield value;
    }
  }

  async #take(): Promise<T | undefined> {
    const first = this.#sent.shift();
    first?.taken();
    if (first || this.#isClosed) return first?.value;
    return new Promise((next) => this.#waiting.push(next));
  }
}
