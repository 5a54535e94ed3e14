// Wakes the first loop, which looks again when it runs. A newcomer takes the value before that.
// Fails: no value and no loop overtakes one that waits, in whatever microtask it comes
// Says: a newcomer can come in between
export class Channel<T> implements AsyncIterable<T> {
  readonly #sent: { value: T; taken: () => void }[] = [];
  readonly #waiting: (() => void)[] = [];
  #isClosed = false;

  async send(value: T) {
    if (this.#isClosed) throw new Error('channel is closed');
    const taken = new Promise<void>((resolve) => this.#sent.push({ value, taken: resolve }));
    this.#waiting.shift()?.();
    await taken;
  }

  close() {
    this.#isClosed = true;
    for (const wake of this.#waiting.splice(0)) wake();
  }

  async *[Symbol.asyncIterator]() {
    for (;;) {
      while (this.#sent.length === 0 && !this.#isClosed)
        await new Promise<void>((wake) => this.#waiting.push(wake));
      const first = this.#sent.shift();
      if (!first) return;
      first.taken();
      yield first.value;
    }
  }
}
