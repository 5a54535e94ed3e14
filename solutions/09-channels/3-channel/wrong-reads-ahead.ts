// Asks for the next value while the loop still works with this one.
// Fails: values are taken in the order in which they are sent, by the loop that has waited longest
// Fails: no value and no loop overtakes one that waits, in whatever microtask it comes
// Fails: each value is taken once, whatever value it is
// Fails: a value that was sent before close is still taken
// Fails: does nothing with a second close
// Fails: a loop that is left takes no more and closes nothing
// Fails: has values and loops of its own, and is closed by itself
// Says: 'b' went to 'ann'
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
    let next = this.#next();
    for (;;) {
      const hand = await next;
      if (!hand) return;
      next = this.#next();
      yield hand();
    }
  }

  async #next() {
    const hand = this.#senders.shift();
    if (hand || this.#isClosed) return hand;
    return new Promise<(() => T) | undefined>((wake) => this.#readers.push(wake));
  }
}
