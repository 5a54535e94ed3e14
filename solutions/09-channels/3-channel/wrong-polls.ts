// Looks every millisecond whether a value has come.
// Fails: send fulfils in the millisecond in which a loop takes the value, and not before
// Fails: values are taken in the order in which they are sent, by the loop that has waited longest
// Fails: no value and no loop overtakes one that waits, in whatever microtask it comes
// Fails: close ends all loops that wait, and each one that comes later
// Fails: a value that was sent before close is still taken
// Fails: send rejects after close, and no loop gets its value
// Fails: a loop that is left takes no more and closes nothing
// Fails: has values and loops of its own, and is closed by itself
// Fails: sets no timer
// Says: Does your code poll?
import { setTimeout as sleep } from 'node:timers/promises';

export class Channel<T> implements AsyncIterable<T> {
  readonly #sent: { value: T; taken: () => void }[] = [];
  #isClosed = false;

  async send(value: T) {
    if (this.#isClosed) throw new Error('channel is closed');
    await new Promise<void>((taken) => this.#sent.push({ value, taken }));
  }

  close() {
    this.#isClosed = true;
  }

  async *[Symbol.asyncIterator]() {
    for (;;) {
      const first = this.#sent.shift();
      if (first) {
        first.taken();
        yield first.value;
      } else if (this.#isClosed) return;
      else await sleep(1);
    }
  }
}
