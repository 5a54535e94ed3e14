// Looks whether the channel is closed before it looks whether a value waits.
// Fails: a value that was sent before close is still taken
// Fails: send rejects after close, and no loop gets its value
// Fails: does nothing with a second close
// Fails: has values and loops of its own, and is closed by itself
// Says: First these values are taken
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
    if (this.#isClosed) return undefined;
    return (
      this.#senders.shift() ??
      new Promise<(() => T) | undefined>((wake) => this.#readers.push(wake))
    );
  }
}
