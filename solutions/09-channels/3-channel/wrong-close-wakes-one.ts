// Puts a mark for the end into the line. The first loop takes it out, and it is gone for the others.
// Fails: close ends all loops that wait, and each one that comes later
// Fails: a value that was sent before close is still taken
// Fails: send rejects after close, and no loop gets its value
// Fails: does nothing with a second close
// Fails: has values and loops of its own, and is closed by itself
// Fails: sets no timer
// Says: not for one of them
const END = Symbol('end');

export class Channel<T> implements AsyncIterable<T> {
  readonly #line: { value: T | typeof END; taken: () => void }[] = [];
  readonly #waiting: ((value: T | typeof END) => void)[] = [];
  #isClosed = false;

  async send(value: T) {
    if (this.#isClosed) throw new Error('channel is closed');
    await this.#put(value);
  }

  close() {
    if (this.#isClosed) return;
    this.#isClosed = true;
    void this.#put(END);
  }

  async *[Symbol.asyncIterator]() {
    for (;;) {
      const first = this.#line.shift();
      first?.taken();
      const value = first
        ? first.value
        : await new Promise<T | typeof END>((wake) => this.#waiting.push(wake));
      if (value === END) return;
      yield value;
    }
  }

  async #put(value: T | typeof END) {
    const wake = this.#waiting.shift();
    if (wake) wake(value);
    else await new Promise<void>((taken) => this.#line.push({ value, taken }));
  }
}
