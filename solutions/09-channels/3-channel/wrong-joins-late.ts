// Waits for a microtask before it joins the line: a close or a newcomer is faster.
// Fails: close ends all loops that wait, and each one that comes later
// Says: 1 microtask after a loop has begun
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
    await Promise.resolve();
    const hand = this.#senders.shift();
    if (hand || this.#isClosed) return hand;
    await undefined;
    return new Promise<(() => T) | undefined>((wake) => this.#readers.push(wake));
  }
}
