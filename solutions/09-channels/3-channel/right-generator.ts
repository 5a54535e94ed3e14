// An async generator for each loop. A sender puts a function into the line, which hands the value over.
export class Channel<T> implements AsyncIterable<T> {
  readonly #senders: (() => T)[] = [];
  readonly #readers: ((hand?: () => T) => void)[] = [];
  #isClosed = false;

  send(value: T) {
    return new Promise<void>((taken, refuse) => {
      if (this.#isClosed) return refuse(new Error('channel is closed'));
      const hand = () => {
        taken();
        return value;
      };
      const reader = this.#readers.shift();
      if (reader) reader(hand);
      else this.#senders.push(hand);
    });
  }

  close() {
    this.#isClosed = true;
    for (const reader of this.#readers.splice(0)) reader();
  }

  async *[Symbol.asyncIterator]() {
    for (;;) {
      const hand = await this.#next();
      if (!hand) return;
      yield hand();
    }
  }

  async #next() {
    const hand = this.#senders.shift();
    if (hand || this.#isClosed) return hand;
    return new Promise<(() => T) | undefined>((wake) => this.#readers.push(wake));
  }
}
