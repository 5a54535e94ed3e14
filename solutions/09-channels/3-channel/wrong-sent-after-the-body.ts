// Fulfils `send` when the loop has worked with the value: behind the `yield`, where it comes back.
// Fails: send fulfils in the millisecond in which a loop takes the value, and not before
// Fails: values are taken in the order in which they are sent, by the loop that has waited longest
// Fails: no value and no loop overtakes one that waits, in whatever microtask it comes
// Fails: each value is taken once, whatever value it is
// Fails: close ends all loops that wait, and each one that comes later
// Fails: a value that was sent before close is still taken
// Fails: send rejects after close, and no loop gets its value
// Fails: does nothing with a second close
// Fails: a loop that is left takes no more and closes nothing
// Fails: has values and loops of its own, and is closed by itself
// Says: 'send a' fulfilled at 24 ms
export class Channel<T> implements AsyncIterable<T> {
  readonly #senders: { value: T; taken: () => void }[] = [];
  readonly #readers: ((sender?: { value: T; taken: () => void }) => void)[] = [];
  #isClosed = false;

  async send(value: T) {
    if (this.#isClosed) throw new Error('channel is closed');
    await new Promise<void>((taken) => {
      const reader = this.#readers.shift();
      if (reader) reader({ value, taken });
      else this.#senders.push({ value, taken });
    });
  }

  close() {
    this.#isClosed = true;
    for (const reader of this.#readers.splice(0)) reader();
  }

  async *[Symbol.asyncIterator]() {
    for (;;) {
      const sender = await this.#next();
      if (!sender) return;
      try {
        yield sender.value;
      } finally {
        sender.taken();
      }
    }
  }

  async #next() {
    const sender = this.#senders.shift();
    if (sender || this.#isClosed) return sender;
    return new Promise<{ value: T; taken: () => void } | undefined>((wake) =>
      this.#readers.push(wake),
    );
  }
}
