// Ends the loops with an error, as if `close` were an accident.
// Fails: close ends all loops that wait, and each one that comes later
// Fails: send rejects after close, and no loop gets its value
// Fails: does nothing with a second close
// Fails: a loop that is left takes no more and closes nothing
// Fails: has values and loops of its own, and is closed by itself
// Fails: sets no timer
// Says: It rejected at 11 ms with: channel is closed
export class Channel<T> implements AsyncIterable<T> {
  readonly #senders: (() => T)[] = [];
  readonly #readers: { wake: (hand: () => T) => void; fail: (error: Error) => void }[] = [];
  #isClosed = false;

  send(value: T) {
    return new Promise<void>((taken, refuse) => {
      if (this.#isClosed) return refuse(new Error('channel is closed'));
      const hand = () => {
        taken();
        return value;
      };
      const reader = this.#readers.shift();
      if (reader) reader.wake(hand);
      else this.#senders.push(hand);
    });
  }

  close() {
    this.#isClosed = true;
    for (const { fail } of this.#readers.splice(0)) fail(new Error('channel is closed'));
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
    return new Promise<() => T>((wake, fail) => this.#readers.push({ wake, fail }));
  }
}
