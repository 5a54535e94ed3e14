// The value is handed over, and its `send` looks every now and then whether it was.
// Fails: send fulfils in the millisecond in which a loop takes the value, and not before
// Fails: values are taken in the order in which they are sent, by the loop that has waited longest
// Fails: no value and no loop overtakes one that waits, in whatever microtask it comes
// Fails: each value is taken once, whatever value it is
// Fails: a value that was sent before close is still taken
// Fails: send rejects after close, and no loop gets its value
// Fails: does nothing with a second close
// Fails: a loop that is left takes no more and closes nothing
// Fails: has values and loops of its own, and is closed by itself
// Fails: sets no timer
// Says: A timer of 5 ms was set
import { setTimeout as sleep } from 'node:timers/promises';

export class Channel<T> implements AsyncIterable<T> {
  readonly #sent: T[] = [];
  readonly #waiting: ((result: IteratorResult<T, undefined>) => void)[] = [];
  #isClosed = false;
  #count = 0;
  #taken = 0;

  async send(value: T) {
    if (this.#isClosed) throw new Error('channel is closed');
    const mine = ++this.#count;
    const next = this.#waiting.shift();
    if (next) {
      this.#taken++;
      return next({ done: false, value });
    }
    this.#sent.push(value);
    while (this.#taken < mine) await sleep(5);
  }

  close() {
    this.#isClosed = true;
    for (const next of this.#waiting.splice(0)) next({ done: true, value: undefined });
  }

  [Symbol.asyncIterator]() {
    return { next: () => this.#take() };
  }

  async #take(): Promise<IteratorResult<T, undefined>> {
    if (this.#sent.length > 0) {
      this.#taken++;
      return { done: false, value: this.#sent.shift() as T };
    }
    if (this.#isClosed) return { done: true, value: undefined };
    return new Promise((next) => this.#waiting.push(next));
  }
}
