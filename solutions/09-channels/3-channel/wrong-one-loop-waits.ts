// Has a place for one loop that waits. The second one takes the place of the first.
// Fails: values are taken in the order in which they are sent, by the loop that has waited longest
// Fails: no value and no loop overtakes one that waits, in whatever microtask it comes
// Fails: close ends all loops that wait, and each one that comes later
// Fails: a value that was sent before close is still taken
// Fails: send rejects after close, and no loop gets its value
// Fails: does nothing with a second close
// Fails: a loop that is left takes no more and closes nothing
// Fails: has values and loops of its own, and is closed by itself
// Fails: sets no timer
// Says: the loop that has waited longest gets it
type Next<T> = (result: IteratorResult<T, undefined>) => void;

export class Channel<T> implements AsyncIterable<T> {
  readonly #sent: { value: T; taken: () => void }[] = [];
  #next: Next<T> | undefined;
  #isClosed = false;

  async send(value: T) {
    if (this.#isClosed) throw new Error('channel is closed');
    if (this.#next) this.#answer({ done: false, value });
    else await new Promise<void>((taken) => this.#sent.push({ value, taken }));
  }

  close() {
    this.#isClosed = true;
    this.#answer({ done: true, value: undefined });
  }

  [Symbol.asyncIterator]() {
    return {
      next: () =>
        new Promise<IteratorResult<T, undefined>>((next) => {
          const first = this.#sent.shift();
          first?.taken();
          if (first) next({ done: false, value: first.value });
          else if (this.#isClosed) next({ done: true, value: undefined });
          else this.#next = next;
        }),
    };
  }

  #answer(result: IteratorResult<T, undefined>) {
    const next = this.#next;
    this.#next = undefined;
    next?.(result);
  }
}
