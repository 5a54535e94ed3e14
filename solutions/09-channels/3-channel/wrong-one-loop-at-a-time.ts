// Holds a lock from one value to the next: while one loop works, no other one gets a value.
// Fails: values are taken in the order in which they are sent, by the loop that has waited longest
// Fails: no value and no loop overtakes one that waits, in whatever microtask it comes
// Fails: each value is taken once, whatever value it is
// Fails: close ends all loops that wait, and each one that comes later
// Fails: a value that was sent before close is still taken
// Fails: send rejects after close, and no loop gets its value
// Fails: does nothing with a second close
// Fails: has values and loops of its own, and is closed by itself
// Says: holds up no other loop
import { Mutex } from 'async-mutex';

export class Channel<T> implements AsyncIterable<T> {
  readonly #mutex = new Mutex();
  readonly #sent: { value: T; taken: () => void }[] = [];
  #isClosed = false;
  #wake = () => {};

  async send(value: T) {
    if (this.#isClosed) throw new Error('channel is closed');
    const taken = new Promise<void>((resolve) => this.#sent.push({ value, taken: resolve }));
    this.#wake();
    await taken;
  }

  close() {
    this.#isClosed = true;
    this.#wake();
  }

  async *[Symbol.asyncIterator]() {
    for (;;) {
      const release = await this.#mutex.acquire();
      try {
        const first = await this.#first();
        if (!first) return;
        first.taken();
        yield first.value;
      } finally {
        release();
      }
    }
  }

  async #first() {
    while (this.#sent.length === 0 && !this.#isClosed)
      await new Promise<void>((wake) => {
        this.#wake = wake;
      });
    return this.#sent.shift();
  }
}
