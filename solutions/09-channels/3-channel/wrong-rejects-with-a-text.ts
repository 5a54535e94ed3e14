// Rejects with a text, and not with an Error.
// Fails: send rejects after close, and no loop gets its value
// Says: Use new Error(message)
export class Channel<T> implements AsyncIterable<T> {
  readonly #senders: (() => T)[] = [];
  readonly #readers: ((hand?: () => T) => void)[] = [];
  #isClosed = false;

  send(value: T) {
    return new Promise<void>((taken, refuse) => {
      if (this.#isClosed) return refuse('channel is closed');
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
